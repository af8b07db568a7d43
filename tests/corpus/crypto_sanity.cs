using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

[BpfObject(License = "GPL")]
internal static partial class CryptoSanity
{
    private const int EIO = 5;
    private const int ENOENT = 2;
    private const int EEXIST = 17;
    private const int EINVAL = 22;

    private const int TC_ACT_SHOT = 2;

    private static readonly ArrayMap<CryptoValue> crypto_ctx_map = new(maxEntries: 1);

    private static CryptoParameters.KeyBytes key;
    private static CryptoParameters.AlgorithmName algo;
    private static uint key_len;
    private static uint authsize;
    private static readonly ushort udp_test_port = 7777;
    private static Block dst;
    private static ulong dst_bad;
    private static int status;
    private static CryptoParameters parameters;

    [BpfProgram("syscall")]
    public static int skb_crypto_setup(SyscallContext ctx)
    {
        status = 0;
        if (key_len > 256)
        {
            status = -EINVAL;
            return 0;
        }

        "skcipher"u8.CopyTo(parameters.Type);
        parameters.KeyLength = key_len;
        parameters.AuthenticationSize = authsize;
        parameters.Algorithm = algo;
        parameters.Key = key;

        CryptoContext? cctx = bpf_crypto_ctx_create(parameters, CryptoParameters.Size, out int err);
        if (cctx is null)
        {
            status = err;
            return 0;
        }

        err = skb_crypto_setup__crypto_ctx_insert(cctx);
        if (err != 0 && err != -EEXIST)
            status = err;
        return 0;
    }

    // Takes over the context.
    private static int skb_crypto_setup__crypto_ctx_insert(CryptoContext cctx)
    {
        int err = bpf_map_update_elem(crypto_ctx_map, 0u, default(CryptoValue), 0);
        if (err != 0)
        {
            bpf_crypto_ctx_release(cctx);
            return err;
        }

        MapValue<CryptoValue> value = bpf_map_lookup_elem(crypto_ctx_map, 0);
        if (!value)
        {
            bpf_crypto_ctx_release(cctx);
            return -ENOENT;
        }

        CryptoContext? old = bpf_kptr_xchg(ref value.Value.ctx, cctx);
        if (old is not null)
        {
            bpf_crypto_ctx_release(old);
            return -EEXIST;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int decrypt_sanity(SkBuff skb)
    {
        status = 0;
        int err = skb_dynptr_validate(skb, out Dynptr psrc);
        if (err < 0)
        {
            status = err;
            return TC_ACT_SHOT;
        }

        MapValue<CryptoValue> value = bpf_map_lookup_elem(crypto_ctx_map, 0);
        if (!value)
        {
            status = -ENOENT;
            return TC_ACT_SHOT;
        }

        CryptoContext? ctx = value.Value.ctx.Object;
        if (ctx is null)
        {
            status = -ENOENT;
            return TC_ACT_SHOT;
        }

        // The destination is too small first.
        bpf_dynptr_from_mem(ref dst_bad, 0, out Dynptr pdst);
        status = bpf_crypto_decrypt(ctx, psrc, pdst, default);
        if (status == 0)
            status = -EIO;
        if (status != -EINVAL)
            return TC_ACT_SHOT;

        bpf_dynptr_from_mem(ref dst, 0, out pdst);
        status = bpf_crypto_decrypt(ctx, psrc, pdst, default);
        return TC_ACT_SHOT;
    }

    [BpfProgram("tc")]
    public static int encrypt_sanity(SkBuff skb)
    {
        status = 0;
        int err = skb_dynptr_validate(skb, out Dynptr psrc);
        if (err < 0)
        {
            status = err;
            return TC_ACT_SHOT;
        }

        MapValue<CryptoValue> value = bpf_map_lookup_elem(crypto_ctx_map, 0);
        if (!value)
        {
            status = -ENOENT;
            return TC_ACT_SHOT;
        }

        CryptoContext? ctx = value.Value.ctx.Object;
        if (ctx is null)
        {
            status = -ENOENT;
            return TC_ACT_SHOT;
        }

        // The destination is too small first.
        bpf_dynptr_from_mem(ref dst_bad, 0, out Dynptr pdst);
        status = bpf_crypto_encrypt(ctx, psrc, pdst, default);
        if (status == 0)
            status = -EIO;
        if (status != -EINVAL)
            return TC_ACT_SHOT;

        bpf_dynptr_from_mem(ref dst, 0, out pdst);
        status = bpf_crypto_encrypt(ctx, psrc, pdst, default);
        return TC_ACT_SHOT;
    }

    // Makes a dynptr over the payload of a UDP datagram, or none.
    private static int skb_dynptr_validate(SkBuff skb, out Dynptr psrc)
    {
        psrc = default;
        if (skb.Protocol != BinaryPrimitives.ReverseEndianness((ushort)EtherType.Ipv6))
            return -1;

        if (bpf_skb_load_bytes(skb, EthHdr.SizeInBytes, out Ipv6Hdr ip6h) != 0)
            return -1;
        if (ip6h.NextHeader != IpProtocol.Udp)
            return -1;

        if (bpf_skb_load_bytes(skb, EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes, out UdpHdr udph) != 0)
            return -1;
        if (udph.DestinationPort != udp_test_port)
            return -1;

        const uint offset = EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes + UdpHdr.SizeInBytes;
        if (skb.Length < offset + 16)
            return -1;

        // The cipher wants the sixteen bytes in one piece.
        bpf_skb_pull_data(skb, offset + 16);
        bpf_dynptr_from_skb(skb, 0, out psrc);
        bpf_dynptr_adjust(ref psrc, offset, offset + 16);
        return 0;
    }

    private struct CryptoValue
    {
        public KernelPointer<CryptoContext> ctx;
    }

    [InlineArray(16)]
    private struct Block
    {
        private byte _first;
    }
}
