using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

[BpfObject(License = "GPL")]
internal static partial class CryptoBasic
{
    private const int EINVAL = 22;

    private static int status;

    [BpfProgram("syscall")]
    public static int crypto_release(SyscallContext ctx)
    {
        CryptoParameters parameters = default;
        "skcipher"u8.CopyTo(parameters.Type);
        "ecb(aes)"u8.CopyTo(parameters.Algorithm);
        parameters.KeyLength = 16;
        status = 0;

        CryptoContext? cctx = bpf_crypto_ctx_create(parameters, CryptoParameters.Size, out int err);
        if (cctx is null)
        {
            status = err;
            return 0;
        }

        bpf_crypto_ctx_release(cctx);
        return 0;
    }

    // The variable holds the second reference from there on, and nothing the first: it is lost where it is overwritten.
    [BpfProgram("syscall")]
    public static int crypto_acquire(SyscallContext ctx)
    {
        CryptoParameters parameters = default;
        "skcipher"u8.CopyTo(parameters.Type);
        "ecb(aes)"u8.CopyTo(parameters.Algorithm);
        parameters.KeyLength = 16;
        status = 0;

        CryptoContext? cctx = bpf_crypto_ctx_create(parameters, CryptoParameters.Size, out int err);
        if (cctx is null)
        {
            status = err;
            return 0;
        }

        cctx = /*!DYN004*/bpf_crypto_ctx_acquire(cctx)/*!*/;
        if (cctx is null)
            return -EINVAL;

        bpf_crypto_ctx_release(cctx);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int crypto_acquire__mended(SyscallContext ctx)
    {
        CryptoParameters parameters = default;
        "skcipher"u8.CopyTo(parameters.Type);
        "ecb(aes)"u8.CopyTo(parameters.Algorithm);
        parameters.KeyLength = 16;
        status = 0;

        CryptoContext? cctx = bpf_crypto_ctx_create(parameters, CryptoParameters.Size, out int err);
        if (cctx is null)
        {
            status = err;
            return 0;
        }

        CryptoContext? second = bpf_crypto_ctx_acquire(cctx);
        if (second is null)
        {
            bpf_crypto_ctx_release(cctx);
            return -EINVAL;
        }

        bpf_crypto_ctx_release(cctx);
        bpf_crypto_ctx_release(second);
        return 0;
    }
}
