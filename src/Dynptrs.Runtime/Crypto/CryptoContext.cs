using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>A cipher with its key, which programs share by references.</summary>
/// <remarks>Follows <c>struct bpf_crypto_ctx</c> and its type <c>skcipher</c>.</remarks>
[KernelObject("struct bpf_crypto_ctx", IsRcuProtected = true)]
public sealed class CryptoContext
{
    private readonly AesCipher _cipher;
    private int _usage = 1;

    private CryptoContext(AesCipher cipher) => _cipher = cipher;

    /// <summary>Makes a cipher.</summary>
    /// <param name="parameters">Its type, algorithm and key.</param>
    /// <param name="length">The size of <paramref name="parameters"/> in bytes, <see cref="CryptoParameters.Size"/>.</param>
    /// <param name="error">
    /// 0; <c>-EINVAL</c> for another length, a reserved field that is not 0, or a key of a length that the algorithm does not take;
    /// <c>-ENOENT</c> for another type than <c>skcipher</c>; <c>-EOPNOTSUPP</c> for another algorithm, or an authentication tag.
    /// </param>
    /// <returns>The cipher, to be released; null when the call fails.</returns>
    /// <remarks>
    /// Follows <c>bpf_crypto_ctx_create</c>. The algorithms are <c>ecb(aes)</c>, <c>cbc(aes)</c> and <c>ctr(aes)</c>. The kernel takes
    /// those that it was built with, and of these three <c>ctr(aes)</c> not, as of 7.2.
    /// </remarks>
    [return: Acquires("struct bpf_crypto_ctx"), MayBeNull]
    [BpfHelper("bpf_crypto_ctx_create", Since = "6.10", GplOnly = true, ProgramTypes = ["SYSCALL"], Sleepable = true,
        Summary = "Makes a cipher with its key, or answers null.")]
    public static CryptoContext? Create([Writes] in CryptoParameters parameters, [LengthOf(nameof(parameters))] uint length, out int error)
    {
        if (length != CryptoParameters.Size || parameters.Reserved != 0)
            error = -Errno.EINVAL;
        else if (!Name(parameters.Type).SequenceEqual("skcipher"u8))
            error = -Errno.ENOENT;
        else if (FindMode(Name(parameters.Algorithm)) is not { } mode || parameters.AuthenticationSize != 0)
            error = -Errno.EOPNOTSUPP;
        else if (parameters.KeyLength is not (16 or 24 or 32))
            error = -Errno.EINVAL;
        else
        {
            error = 0;
            ReadOnlySpan<byte> key = parameters.Key;
            return new CryptoContext(new AesCipher(mode, key[..(int)parameters.KeyLength]));
        }

        return null;
    }

    /// <summary>Takes another reference.</summary>
    /// <returns>This cipher, to be released once more; null when its last reference is gone.</returns>
    /// <remarks>Follows <c>bpf_crypto_ctx_acquire</c>.</remarks>
    [Trusted]
    [return: Acquires("struct bpf_crypto_ctx"), MayBeNull]
    [BpfHelper("bpf_crypto_ctx_acquire", Since = "6.10", GplOnly = true, ProgramTypes = ["SYSCALL"],
        Summary = "Takes another reference to a cipher, or answers null.")]
    public CryptoContext? Acquire()
    {
        var usage = Volatile.Read(ref _usage);
        while (usage > 0)
        {
            var seen = Interlocked.CompareExchange(ref _usage, usage + 1, usage);
            if (seen == usage)
                return this;
            usage = seen;
        }

        return null;
    }

    /// <summary>Gives a reference back. With the last one the key is gone.</summary>
    /// <exception cref="DynptrException">All references were given back before.</exception>
    /// <remarks>Follows <c>bpf_crypto_ctx_release</c>.</remarks>
    [Trusted, Releases("struct bpf_crypto_ctx")]
    [BpfHelper("bpf_crypto_ctx_release", Since = "6.10", GplOnly = true, ProgramTypes = ["SYSCALL"],
        Summary = "Gives a reference to a cipher back.")]
    public void Release()
    {
        var left = Interlocked.Decrement(ref _usage);
        if (left < 0)
            Throw.CryptoContextWasReleased();
        if (left == 0)
            _cipher.Dispose();
    }

    /// <summary>Encrypts all that one dynptr views into another.</summary>
    /// <param name="source">What is encrypted.</param>
    /// <param name="destination">Where to; at least as long as the source, or the same.</param>
    /// <param name="siv">
    /// The initialisation vector, which is replaced by the next: 16 bytes for <c>cbc(aes)</c> and <c>ctr(aes)</c>; none,
    /// <see langword="default"/>, for <c>ecb(aes)</c>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a read-only destination, an empty or null source or destination, a source longer than the destination, an
    /// initialisation vector of another length, a view that lies in pieces, or bytes after the last whole block of <c>ecb(aes)</c> or
    /// <c>cbc(aes)</c>: the blocks before them are encrypted all the same.
    /// </returns>
    /// <exception cref="DynptrException">The cipher, or a dynptr, was released, or one that is needed was never made.</exception>
    /// <remarks>Follows <c>bpf_crypto_encrypt</c>.</remarks>
    [Trusted]
    [BpfHelper("bpf_crypto_encrypt", Since = "6.10", GplOnly = true, ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP"],
        Summary = "Encrypts one dynptr into another.")]
    public int Encrypt(scoped in Dynptr source, [Writes] scoped in Dynptr destination, [MayBeNull, Writes] scoped in Dynptr siv) =>
        Apply(source, destination, siv, isEncryption: true);

    /// <summary>Decrypts all that one dynptr views into another.</summary>
    /// <param name="source">What is decrypted.</param>
    /// <param name="destination">Where to; at least as long as the source, or the same.</param>
    /// <param name="siv">
    /// The initialisation vector, which is replaced by the next: 16 bytes for <c>cbc(aes)</c> and <c>ctr(aes)</c>; none,
    /// <see langword="default"/>, for <c>ecb(aes)</c>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a read-only destination, an empty or null source or destination, a source longer than the destination, an
    /// initialisation vector of another length, a view that lies in pieces, or bytes after the last whole block of <c>ecb(aes)</c> or
    /// <c>cbc(aes)</c>: the blocks before them are decrypted all the same.
    /// </returns>
    /// <exception cref="DynptrException">The cipher, or a dynptr, was released, or one that is needed was never made.</exception>
    /// <remarks>Follows <c>bpf_crypto_decrypt</c>.</remarks>
    [Trusted]
    [BpfHelper("bpf_crypto_decrypt", Since = "6.10", GplOnly = true, ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP"],
        Summary = "Decrypts one dynptr into another.")]
    public int Decrypt(scoped in Dynptr source, [Writes] scoped in Dynptr destination, [MayBeNull, Writes] scoped in Dynptr siv) =>
        Apply(source, destination, siv, isEncryption: false);

    private int Apply(scoped in Dynptr source, scoped in Dynptr destination, scoped in Dynptr siv, bool isEncryption)
    {
        if (Volatile.Read(ref _usage) <= 0)
            Throw.CryptoContextWasReleased();
        if (destination.IsReadOnly)
            return -Errno.EINVAL;
        var sourceSize = source.Size32;
        var destinationSize = destination.Size32;
        var sivSize = siv.WasMade ? siv.Size32 : 0;
        if (sourceSize == 0 || destinationSize == 0 || sourceSize > destinationSize || sivSize != _cipher.VectorSize)
            return -Errno.EINVAL;
        Span<byte> vector = default;
        if (!source.TryReachAll(out var from)
            || !destination.TryReachAll(out var to)
            || (sivSize != 0 && (siv.IsReadOnly || !siv.TryReachAll(out vector))))
        {
            return -Errno.EINVAL;
        }

        return _cipher.Apply(from, to[..from.Length], vector, isEncryption) ? 0 : -Errno.EINVAL;
    }

    private static AesMode? FindMode(ReadOnlySpan<byte> algorithm) =>
        algorithm.SequenceEqual("ecb(aes)"u8) ? AesMode.Ecb
        : algorithm.SequenceEqual("cbc(aes)"u8) ? AesMode.Cbc
        : algorithm.SequenceEqual("ctr(aes)"u8) ? AesMode.Ctr
        : null;

    private static ReadOnlySpan<byte> Name<T>(in T text)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in text));
        var end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }
}
