using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;
using static Corpus.SkAction;

namespace Corpus;

internal static partial class DynptrFail
{
    /// <summary>Helpers in the wrong program, sizes that are not constant, and dynptrs that nothing has made.</summary>
    private static class Programs
    {
        [BpfProgram("?xdp")]
        public static int skb_invalid_ctx(SkBuff ctx)
        {
            /*!DYN020*/bpf_dynptr_from_skb(ctx, 0, out Dynptr ptr)/*!*/;
            return 0;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_ctx__mended(SkBuff ctx)
        {
            bpf_dynptr_from_skb(ctx, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int skb_meta_invalid_ctx(SkBuff ctx)
        {
            /*!DYN020*/bpf_dynptr_from_skb_meta(ctx, 0, out Dynptr meta)/*!*/;
            return 0;
        }

        [BpfProgram("?tc")]
        public static int skb_meta_invalid_ctx__mended(SkBuff ctx)
        {
            bpf_dynptr_from_skb_meta(ctx, 0, out Dynptr meta);
            return 0;
        }

        [BpfProgram("fentry/skb_tx_error")]
        public static int skb_invalid_ctx_fentry(SkBuff skb)
        {
            bpf_dynptr_from_skb(/*!DYN020*/skb/*!*/, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("tp_btf/kfree_skb")]
        public static int skb_invalid_ctx_fentry__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("fexit/skb_tx_error")]
        public static int skb_invalid_ctx_fexit(SkBuff skb)
        {
            bpf_dynptr_from_skb(/*!DYN020*/skb/*!*/, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("tp_btf/kfree_skb")]
        public static int skb_invalid_ctx_fexit__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int uninit_write_into_slot(TracepointContext ctx)
        {
            uninit_write_into_slot__record data = default;
            bpf_ringbuf_reserve_dynptr(ringbuf, 80, 0, out data.ptr);
            bpf_get_current_comm(/*!DYN007*/MemoryMarshal.CreateSpan(ref data.buf[0], 80)/*!*/);
            /*!DYN001*/return 0;/*!*/
        }

        [BpfProgram("?raw_tp")]
        public static int uninit_write_into_slot__mended(TracepointContext ctx)
        {
            uninit_write_into_slot__record data = default;
            bpf_ringbuf_reserve_dynptr(ringbuf, 80, 0, out data.ptr);
            bpf_get_current_comm(MemoryMarshal.CreateSpan(ref data.buf[0], 64));
            bpf_ringbuf_discard_dynptr(ref data.ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int xdp_invalid_ctx(XdpBuff ctx)
        {
            /*!DYN020*/bpf_dynptr_from_xdp(ctx, 0, out Dynptr ptr)/*!*/;
            return 0;
        }

        [BpfProgram("?xdp")]
        public static int xdp_invalid_ctx__mended(XdpBuff ctx)
        {
            bpf_dynptr_from_xdp(ctx, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_slice_var_len1(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            ReadOnlySlice hdr = bpf_dynptr_slice(ptr, 0, buffer, /*!DYN008*/hdr_size/*!*/);
            if (!hdr)
                return SK_DROP;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int dynptr_slice_var_len1__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            ReadOnlySlice hdr = bpf_dynptr_slice(ptr, 0, buffer, 14);
            if (!hdr)
                return SK_DROP;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int dynptr_slice_var_len2(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            if (hdr_size <= 14)
            {
                Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, /*!DYN008*/hdr_size/*!*/);
                if (!hdr)
                    return SK_DROP;
                MemoryMarshal.AsRef<EthHdr>(hdr.Span).Protocol = EtherType.Arp;
            }

            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int dynptr_slice_var_len2__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            if (hdr_size <= 14)
            {
                Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
                if (!hdr)
                    return SK_DROP;
                MemoryMarshal.AsRef<EthHdr>(hdr.Span).Protocol = EtherType.Arp;
            }

            return SK_PASS;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_slice_commuted_invalidate(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 4, 0, out Dynptr ptr);
            Slice<int> slice = bpf_dynptr_data<int>(ptr, 0);
            if (!slice)
                goto fail;
            Slice<int> derived = slice;
            slice = default;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            val = /*!DYN005*/derived/*!*/.Value;
            return 0;
            fail:
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_slice_commuted_invalidate__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 4, 0, out Dynptr ptr);
            Slice<int> slice = bpf_dynptr_data<int>(ptr, 0);
            if (!slice)
                goto fail;
            Slice<int> derived = slice;
            slice = default;
            val = derived.Value;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
            fail:
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_data_slices(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice<uint> slice = bpf_dynptr_data<uint>(ptr, 0);
            if (!slice)
                return 0;
            bpf_loop(10, invalid_data_slices__callback, ref ptr, 0);
            /*!DYN005*/slice/*!*/.Value = 1;
            return 0;
        }

        private static int invalid_data_slices__callback(uint index, ref Dynptr ctx)
        {
            ctx = default;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_data_slices__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice<uint> slice = bpf_dynptr_data<uint>(ptr, 0);
            if (!slice)
                return 0;
            bpf_loop(10, invalid_data_slices__mended__callback, ref ptr, 0);
            slice.Value = 1;
            return 0;
        }

        private static int invalid_data_slices__mended__callback(uint index, ref Dynptr ctx)
        {
            val = (int)bpf_dynptr_size(ctx);
            return 0;
        }

        [BpfProgram("cgroup_skb/ingress")]
        public static int invalid_slice_rdwr_rdonly(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice hdr = /*!DYN009*/bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14)/*!*/;
            return hdr ? 1 : 0;
        }

        [BpfProgram("cgroup_skb/ingress")]
        public static int invalid_slice_rdwr_rdonly__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            ReadOnlySlice hdr = bpf_dynptr_slice(ptr, 0, buffer, 14);
            return hdr ? 1 : 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_adjust_invalid(TracepointContext ctx)
        {
            Dynptr ptr = default;
            bpf_dynptr_adjust(ref /*!DYN003*/ptr/*!*/, 1, 2);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_adjust_invalid__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            bpf_dynptr_adjust(ref ptr, 1, 2);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_is_null_invalid(TracepointContext ctx)
        {
            Dynptr ptr = default;
            bpf_dynptr_is_null(/*!DYN003*/ptr/*!*/);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_is_null_invalid__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            bpf_dynptr_is_null(ptr);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_is_rdonly_invalid(TracepointContext ctx)
        {
            Dynptr ptr = default;
            bpf_dynptr_is_rdonly(/*!DYN003*/ptr/*!*/);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_is_rdonly_invalid__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            bpf_dynptr_is_rdonly(ptr);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_size_invalid(TracepointContext ctx)
        {
            Dynptr ptr = default;
            bpf_dynptr_size(/*!DYN003*/ptr/*!*/);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_size_invalid__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            bpf_dynptr_size(ptr);
            return 0;
        }

        private ref struct uninit_write_into_slot__record
        {
            public Buffer64 buf;
            public Dynptr ptr;
        }
    }
}
