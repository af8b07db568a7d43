using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// Certificates whose signatures a program trusts. The host fills it; programs find it by its serial number, or as a system keyring.
/// </summary>
/// <remarks>
/// Stands for the kernel's keyrings, whose certificates no process can read back. The system keyrings are empty until the host fills them.
/// </remarks>
public sealed class Keyring : IDisposable
{
    private const int ThreadKeyring = -1;
    private const int ProcessKeyring = -2;
    private const int SessionKeyring = -3;
    private const int UserKeyring = -4;
    private const int UserSessionKeyring = -5;

    private static readonly ConcurrentDictionary<int, Keyring> BySerial = new();
    private static readonly ThreadLocal<Keyring?> OfThread = new();
    private static Keyring? _process;

    private readonly Lock _lock = new();
    private readonly Keyring? _linked;
    private X509Certificate2[] _certificates;
    private bool _isRevoked;
    private bool _isInvalidated;

    /// <summary>Makes a keyring, which programs find by its <see cref="Serial"/> until it is disposed.</summary>
    /// <param name="certificates">What it trusts, to begin with.</param>
    public Keyring(params ReadOnlySpan<X509Certificate2> certificates)
        : this(linked: null)
    {
        foreach (var certificate in certificates)
            Add(certificate);
    }

    private Keyring(Keyring? linked)
    {
        _certificates = [];
        _linked = linked;
        do
        {
            Serial = RandomNumberGenerator.GetInt32(3, int.MaxValue);
        }
        while (!BySerial.TryAdd(Serial, this));
    }

    /// <summary>The kernel's built-in trusted keys, <c>bpf_lookup_system_key(0)</c>.</summary>
    public static Keyring Builtin { get; } = new(linked: null);

    /// <summary>The secondary trusted keys, <c>VERIFY_USE_SECONDARY_KEYRING</c> or 1; the built-in ones are trusted there, too.</summary>
    public static Keyring Secondary { get; } = new(Builtin);

    /// <summary>The keys of the platform's firmware, <c>VERIFY_USE_PLATFORM_KEYRING</c> or 2.</summary>
    public static Keyring Platform { get; } = new(linked: null);

    /// <summary>The session keyring, <c>KEY_SPEC_SESSION_KEYRING</c> or -3: one for the process.</summary>
    public static Keyring Session { get; } = new(linked: null);

    /// <summary>The keyring of the user, <c>KEY_SPEC_USER_KEYRING</c> or -4.</summary>
    public static Keyring User { get; } = new(linked: null);

    /// <summary>The session keyring of the user, <c>KEY_SPEC_USER_SESSION_KEYRING</c> or -5.</summary>
    public static Keyring UserSession { get; } = new(linked: null);

    /// <summary>The number that programs find it by.</summary>
    public int Serial { get; }

    /// <summary>When it is good no longer, or <see langword="null"/> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Finds a keyring by its serial number, or the special one that a negative number names.</summary>
    /// <param name="serial">
    /// The number; -1 for the thread's, -2 for the process's, -3 for the session's, -4 for the user's, -5 for the user's session's.
    /// </param>
    /// <param name="flags">
    /// <see cref="BpfConstants.KEY_LOOKUP_CREATE"/> makes the keyring of the thread or the process where there is none yet;
    /// <see cref="BpfConstants.KEY_LOOKUP_PARTIAL"/> changes nothing here.
    /// </param>
    /// <returns>The key, to be given back; null for other flags, or where there is no such keyring.</returns>
    /// <remarks>Follows <c>bpf_lookup_user_key</c>.</remarks>
    [return: Acquires("struct bpf_key"), MayBeNull]
    [BpfHelper("bpf_lookup_user_key", Since = "6.1", GplOnly = true, Sleepable = true,
        ProgramTypes =
        [
            "TRACING", "TRACEPOINT", "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "SCHED_CLS", "XDP", "STRUCT_OPS", "SYSCALL", "CGROUP_SKB",
            "CGROUP_SOCK", "CGROUP_DEVICE", "CGROUP_SOCK_ADDR", "CGROUP_SOCKOPT", "CGROUP_SYSCTL", "SOCK_OPS",
        ],
        Summary = "Finds a user's keyring by its serial number, or answers null.")]
    public static BpfKey? Lookup(int serial, [FlagsOf(typeof(KeyLookupFlags))] ulong flags)
    {
        if ((flags & ~(BpfConstants.KEY_LOOKUP_CREATE | BpfConstants.KEY_LOOKUP_PARTIAL)) != 0)
            return null;
        var creates = (flags & BpfConstants.KEY_LOOKUP_CREATE) != 0;
        var keyring = serial switch
        {
            ThreadKeyring => OfThread.Value ??= creates ? new Keyring(linked: null) : null,
            ProcessKeyring => creates ? LazyInitializer.EnsureInitialized(ref _process, static () => new Keyring(linked: null)) : _process,
            SessionKeyring => Session,
            UserKeyring => User,
            UserSessionKeyring => UserSession,
            _ => BySerial.GetValueOrDefault(serial),
        };
        return keyring is null ? null : new BpfKey(keyring, isValidated: true);
    }

    /// <summary>Names a system keyring.</summary>
    /// <param name="id">0 for the built-in keys, 1 for the secondary, 2 for those of the platform.</param>
    /// <returns>The key, to be given back; null for other numbers.</returns>
    /// <remarks>Follows <c>bpf_lookup_system_key</c>.</remarks>
    [return: Acquires("struct bpf_key"), MayBeNull]
    [BpfHelper("bpf_lookup_system_key", Since = "6.1", GplOnly = true,
        ProgramTypes =
        [
            "TRACING", "TRACEPOINT", "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "SCHED_CLS", "XDP", "STRUCT_OPS", "SYSCALL", "CGROUP_SKB",
            "CGROUP_SOCK", "CGROUP_DEVICE", "CGROUP_SOCK_ADDR", "CGROUP_SOCKOPT", "CGROUP_SYSCTL", "SOCK_OPS",
        ],
        Summary = "Names a keyring of the system, or answers null.")]
    public static BpfKey? LookupSystem(ulong id) => id switch
    {
        0 => new BpfKey(Builtin, isValidated: false),
        1 => new BpfKey(Secondary, isValidated: false),
        2 => new BpfKey(Platform, isValidated: false),
        _ => null,
    };

    /// <summary>Trusts one more certificate.</summary>
    /// <param name="certificate">The certificate; its private key is not needed.</param>
    public void Add(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        lock (_lock)
            _certificates = [.. _certificates, certificate];
    }

    /// <summary>Trusts a certificate no longer.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        lock (_lock)
        {
            var before = _certificates.Length;
            _certificates = Array.FindAll(_certificates, other => !other.Equals(certificate));
            return _certificates.Length < before;
        }
    }

    /// <summary>Revokes the keyring: verifications with it answer <c>-EKEYREVOKED</c>.</summary>
    public void Revoke() => _isRevoked = true;

    /// <summary>Invalidates the keyring: it is not found any more, and verifications of those who hold it answer <c>-ENOKEY</c>.</summary>
    public void Invalidate()
    {
        _isInvalidated = true;
        Dispose();
    }

    /// <summary>Unlinks the keyring: it is not found any more. Who holds it may go on.</summary>
    public void Dispose() => BySerial.TryRemove(new KeyValuePair<int, Keyring>(Serial, this));

    /// <summary>Whether it is still good.</summary>
    /// <returns>0, or why not.</returns>
    /// <remarks>Follows <c>key_validate</c>.</remarks>
    internal int Validate() => _isInvalidated ? -Errno.ENOKEY
        : _isRevoked ? -Errno.EKEYREVOKED
        : ExpiresAt <= DateTimeOffset.UtcNow ? -Errno.EKEYEXPIRED
        : 0;

    /// <summary>What is trusted now.</summary>
    internal IReadOnlyList<X509Certificate2> GetTrusted() => _linked is null ? _certificates : [.. _certificates, .. _linked._certificates];
}
