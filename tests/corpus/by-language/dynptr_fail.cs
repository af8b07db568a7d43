using System;
using Dynptrs;
using static Corpus.Bpf;
using static Corpus.SkAction;

namespace Corpus;

internal static class DynptrFailByLanguage
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static readonly ArrayMap<Dynptr> /*!CS9244*/add_dynptr_to_map1__array_map1/*!*/ = new(maxEntries: 1);
    private static readonly ArrayMap<add_dynptr_to_map2__record> /*!CS9244*/add_dynptr_to_map2__array_map2/*!*/ = new(maxEntries: 1);

    private static /*!CS8345*/Dynptr/*!*/ global__global_dynptr;

    private static int val;

    private ref struct add_dynptr_to_map2__record
    {
        public int x;
        public Dynptr ptr;
    }

    [BpfProgram("?raw_tp")]
    public static int add_dynptr_to_map1(TracepointContext ctx)
    {
        uint key = 0;
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        /*!CS9244*/bpf_map_update_elem/*!*/(add_dynptr_to_map1__array_map1, key, ptr, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int add_dynptr_to_map2(TracepointContext ctx)
    {
        uint key = 0;
        add_dynptr_to_map2__record x = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out x.ptr);
        /*!CS9244*/bpf_map_update_elem/*!*/(add_dynptr_to_map2__array_map2, key, x, 0);
        bpf_ringbuf_submit_dynptr(ref x.ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int global(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out global__global_dynptr);
        bpf_ringbuf_discard_dynptr(ref global__global_dynptr, 0);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_slice_write(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice<EthHdr> hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        /*!CS8332*/hdr.Value.Protocol/*!*/ = EtherType.Ip;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_meta_invalid_slice_write(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        /*!CS8331*/md[0]/*!*/ = 42;
        return SK_PASS;
    }
}
