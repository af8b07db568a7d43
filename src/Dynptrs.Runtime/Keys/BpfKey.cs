using System.Threading;

namespace Dynptrs;

/// <summary>A reference to a keyring that a program looked up, to verify signatures with. Give it back with <see cref="Put"/>.</summary>
/// <remarks>Follows <c>struct bpf_key</c>.</remarks>
[KernelObject("struct bpf_key")]
public sealed class BpfKey
{
    private readonly Keyring _keyring;
    private readonly bool _isValidated;
    private int _isPut;

    /// <param name="keyring">The keyring.</param>
    /// <param name="isValidated">
    /// Whether each use asks if the keyring is still good: that of a user is, a system keyring is only named.
    /// </param>
    internal BpfKey(Keyring keyring, bool isValidated)
    {
        _keyring = keyring;
        _isValidated = isValidated;
    }

    /// <summary>Gives the reference back. The keyring stays what it is.</summary>
    /// <exception cref="DynptrException">It was given back before.</exception>
    [Trusted, Releases("struct bpf_key")]
    [BpfHelper("bpf_key_put", Since = "6.1", GplOnly = true,
        ProgramTypes =
        [
            "TRACING", "TRACEPOINT", "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "SCHED_CLS", "XDP", "STRUCT_OPS", "SYSCALL", "CGROUP_SKB",
            "CGROUP_SOCK", "CGROUP_DEVICE", "CGROUP_SOCK_ADDR", "CGROUP_SOCKOPT", "CGROUP_SYSCTL", "SOCK_OPS",
        ],
        Summary = "Gives a key back.")]
    public void Put()
    {
        if (Interlocked.Exchange(ref _isPut, 1) != 0)
            Throw.KeyWasPut();
    }

    /// <summary>Verifies a detached PKCS#7 signature of data against the certificates of the keyring.</summary>
    /// <param name="data">What was signed: the whole view, which must lie in one piece.</param>
    /// <param name="signature">The signature, in DER: the whole view, which must lie in one piece.</param>
    /// <returns>
    /// 0 when a certificate of the keyring made the signature, or one that it signed. <c>-ENOKEY</c>, <c>-EKEYREVOKED</c> or
    /// <c>-EKEYEXPIRED</c> when a user's keyring is no longer good; <c>-EINVAL</c> when a dynptr is null or lies in pieces; <c>-EBADMSG</c>
    /// for a message that is malformed or holds the data itself; <c>-ENOPKG</c> for algorithms that the kernel has not;
    /// <c>-EKEYREJECTED</c> when the signature does not fit the data or the key, or has signed attributes; <c>-ENOKEY</c> when no trusted
    /// key signed it.
    /// </returns>
    /// <remarks>
    /// Follows <c>bpf_verify_pkcs7_signature</c>. As there, the dates of certificates are not looked at. SHA-224, which .NET has not,
    /// answers <c>-ENOPKG</c>.
    /// </remarks>
    /// <exception cref="DynptrException">The key was given back, or a dynptr was never made, or was released.</exception>
    [Trusted]
    [BpfHelper("bpf_verify_pkcs7_signature", Arguments = ["data", "signature", "this"], Since = "6.1", GplOnly = true, Sleepable = true,
        ProgramTypes =
        [
            "TRACING", "TRACEPOINT", "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "SCHED_CLS", "XDP", "STRUCT_OPS", "SYSCALL", "CGROUP_SKB",
            "CGROUP_SOCK", "CGROUP_DEVICE", "CGROUP_SOCK_ADDR", "CGROUP_SOCKOPT", "CGROUP_SYSCTL", "SOCK_OPS",
        ],
        Summary = "Verifies the PKCS#7 signature of the bytes behind a dynptr.")]
    public int Verify(scoped in Dynptr data, scoped in Dynptr signature)
    {
        if (Volatile.Read(ref _isPut) != 0)
            Throw.KeyWasPut();
        if (_isValidated && _keyring.Validate() is var error and not 0)
            return error;
        return data.TryReachAll(out var signed) && signature.TryReachAll(out var message)
            ? Pkcs7Signature.Verify(signed, message, _keyring.GetTrusted())
            : -Errno.EINVAL;
    }
}
