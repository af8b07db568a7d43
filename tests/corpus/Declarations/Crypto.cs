using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_crypto_ctx_create", Since = "6.10", ProgramTypes = ["SYSCALL"], Sleepable = true, Summary = "Makes a cipher with its key, or answers null.")]
    [return: Acquires("struct bpf_crypto_ctx"), MayBeNull]
    public static CryptoContext? bpf_crypto_ctx_create(in CryptoParameters parameters, [LengthOf("parameters")] uint length, out int err) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_crypto_ctx_acquire", Since = "6.10", ProgramTypes = ["SYSCALL"], Summary = "Takes another reference to a cipher, or answers null.")]
    [return: Acquires("struct bpf_crypto_ctx"), MayBeNull]
    public static CryptoContext? bpf_crypto_ctx_acquire([Trusted] CryptoContext ctx) => throw new NotSupportedException();

    [BpfHelper("bpf_crypto_ctx_release", Since = "6.10", ProgramTypes = ["SYSCALL"], Summary = "Gives a reference to a cipher back.")]
    public static void bpf_crypto_ctx_release([Releases("struct bpf_crypto_ctx"), Trusted] CryptoContext ctx) => throw new NotSupportedException();

    [BpfHelper("bpf_crypto_encrypt", Since = "6.10", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP"], Summary = "Encrypts one dynptr into another.")]
    public static int bpf_crypto_encrypt([Trusted] CryptoContext ctx, scoped in Dynptr source, scoped in Dynptr destination, [MayBeNull] scoped in Dynptr siv) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_crypto_decrypt", Since = "6.10", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP"], Summary = "Decrypts one dynptr into another.")]
    public static int bpf_crypto_decrypt([Trusted] CryptoContext ctx, scoped in Dynptr source, scoped in Dynptr destination, [MayBeNull] scoped in Dynptr siv) =>
        throw new NotSupportedException();
}
