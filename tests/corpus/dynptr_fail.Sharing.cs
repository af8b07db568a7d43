using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;
using static Corpus.SkAction;
using static Dynptrs.XdpAction;

namespace Corpus;

internal static partial class DynptrFail
{
    /// <summary>Clones that share a reference, and the last holder of it.</summary>
    private static class Sharing
    {
        [BpfProgram("?raw_tp")]
        public static int clone_invalid1(TracepointContext ctx)
        {
            Dynptr ptr1 = default;
            bpf_dynptr_clone(/*!DYN003*/ptr1/*!*/, out Dynptr ptr2);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalid1__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr1) != 0)
                return 0;
            bpf_dynptr_clone(ptr1, out Dynptr ptr2);
            return 0;
        }

        [BpfProgram("?xdp")]
        public static int clone_invalid2(XdpBuff xdp)
        {
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr clone);
            bpf_dynptr_clone(ptr1, out /*!DYN004*/clone/*!*/);
            bpf_ringbuf_submit_dynptr(ref clone, 0);
            return 0;
        }

        [BpfProgram("?xdp")]
        public static int clone_invalid2__mended(XdpBuff xdp)
        {
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr clone);
            bpf_dynptr_clone(ptr1, out Dynptr other);
            bpf_ringbuf_submit_dynptr(ref clone, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate1(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            bpf_dynptr_read(read_data, /*!DYN003*/clone/*!*/, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate1__mended(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            bpf_dynptr_read(read_data, clone, 0, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate2(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            bpf_ringbuf_submit_dynptr(ref clone, 0);
            bpf_dynptr_read(read_data, /*!DYN003*/ptr/*!*/, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate2__mended(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_submit_dynptr(ref clone, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate3(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone1);
            bpf_dynptr_clone(ptr, out Dynptr clone2);
            bpf_ringbuf_submit_dynptr(ref clone2, 0);
            bpf_dynptr_read(read_data, /*!DYN003*/clone1/*!*/, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate3__mended(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone1);
            bpf_dynptr_clone(ptr, out Dynptr clone2);
            bpf_dynptr_read(read_data, clone1, 0, 0);
            bpf_ringbuf_submit_dynptr(ref clone2, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate4(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            Slice<int> data = bpf_dynptr_data<int>(clone, 0);
            if (!data)
                /*!DYN001*/return 0;/*!*/
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            /*!DYN005*/data/*!*/.Value = 123;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate4__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            Slice<int> data = bpf_dynptr_data<int>(clone, 0);
            if (!data)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            data.Value = 123;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate5(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
            if (!data)
                /*!DYN001*/return 0;/*!*/
            bpf_dynptr_clone(ptr, out Dynptr clone);
            bpf_ringbuf_submit_dynptr(ref clone, 0);
            /*!DYN005*/data/*!*/.Value = 123;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate5__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
            if (!data)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            bpf_dynptr_clone(ptr, out Dynptr clone);
            data.Value = 123;
            bpf_ringbuf_submit_dynptr(ref clone, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate6(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone1);
            bpf_dynptr_clone(ptr, out Dynptr clone2);
            Slice<int> data = bpf_dynptr_data<int>(clone1, 0);
            if (!data)
                /*!DYN001*/return 0;/*!*/
            bpf_ringbuf_submit_dynptr(ref clone2, 0);
            /*!DYN005*/data/*!*/.Value = 123;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int clone_invalidate6__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone1);
            bpf_dynptr_clone(ptr, out Dynptr clone2);
            Slice<int> data = bpf_dynptr_data<int>(clone1, 0);
            if (!data)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            data.Value = 123;
            bpf_ringbuf_submit_dynptr(ref clone2, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int clone_skb_packet_data(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[4];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
            if (!data)
                return XDP_DROP;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            /*!DYN005*/data/*!*/.Value = 123;
            return 0;
        }

        [BpfProgram("?tc")]
        public static int clone_skb_packet_data__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[4];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
            if (!data)
                return XDP_DROP;
            data.Value = 123;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            return 0;
        }

        [BpfProgram("?tc")]
        public static int clone_skb_packet_meta(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            bpf_dynptr_clone(meta, out Dynptr clone);
            Slice md = bpf_dynptr_slice_rdwr(clone, 0, default, 1);
            if (!md)
                return SK_DROP;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            /*!DYN005*/md/*!*/[0] = 42;
            return 0;
        }

        [BpfProgram("?tc")]
        public static int clone_skb_packet_meta__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            bpf_dynptr_clone(meta, out Dynptr clone);
            Slice md = bpf_dynptr_slice_rdwr(clone, 0, default, 1);
            if (!md)
                return SK_DROP;
            md[0] = 42;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            return 0;
        }

        [BpfProgram("?xdp")]
        public static int clone_xdp_packet_data(XdpBuff xdp)
        {
            Span<byte> buffer = stackalloc byte[4];
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
            if (!data)
                return XDP_DROP;
            if (bpf_xdp_adjust_head(xdp, -14) != 0)
                return XDP_DROP;
            /*!DYN005*/data/*!*/.Value = 123;
            return 0;
        }

        [BpfProgram("?xdp")]
        public static int clone_xdp_packet_data__mended(XdpBuff xdp)
        {
            Span<byte> buffer = stackalloc byte[4];
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
            if (!data)
                return XDP_DROP;
            data.Value = 123;
            if (bpf_xdp_adjust_head(xdp, -14) != 0)
                return XDP_DROP;
            return 0;
        }

        [BpfProgram("?cgroup_skb/egress")]
        public static int test_dynptr_skb_small_buff(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[8];
            if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
            {
                err = 1;
                return 1;
            }

            ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, /*!DYN012*/buffer/*!*/, 9);
            return data ? 1 : 0;
        }

        [BpfProgram("?cgroup_skb/egress")]
        public static int test_dynptr_skb_small_buff__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[9];
            if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
            {
                err = 1;
                return 1;
            }

            ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, buffer, 9);
            return data ? 1 : 0;
        }

        [BpfProgram("?raw_tp")]
        public static int test_dynptr_reg_type(TracepointContext ctx)
        {
            test_dynptr_reg_type__global_call_bpf_dynptr(/*!DYN006*/Unsafe.NullRef<Dynptr>()/*!*/);
            return 0;
        }

        private static long test_dynptr_reg_type__global_call_bpf_dynptr([Borrowed] in Dynptr dynptr) => 0;

        [BpfProgram("?raw_tp")]
        public static int test_dynptr_reg_type__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            test_dynptr_reg_type__mended__global_call_bpf_dynptr(ptr);
            return 0;
        }

        private static long test_dynptr_reg_type__mended__global_call_bpf_dynptr([Borrowed] in Dynptr dynptr) => 0;

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref_with_clone(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            ptr = default;
            bpf_ringbuf_discard_dynptr(ref clone, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref_last_clone(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            ptr = default;
            clone = /*!DYN004*/default/*!*/;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref_last_clone__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            ptr = default;
            bpf_ringbuf_discard_dynptr(ref clone, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_clone_with_original(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            clone = default;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref_invalidate_slice(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
            if (!data)
                /*!DYN001*/return 0;/*!*/
            bpf_dynptr_clone(ptr, out Dynptr clone);
            ptr = default;
            /*!DYN005*/data/*!*/.Value = 123;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref_invalidate_slice__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
            if (!data)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            bpf_dynptr_clone(ptr, out Dynptr clone);
            data.Value = 123;
            ptr = default;
            bpf_ringbuf_discard_dynptr(ref clone, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref_clone_slice_valid(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_dynptr_clone(ptr, out Dynptr clone);
            Slice<int> data = bpf_dynptr_data<int>(clone, 0);
            if (!data)
            {
                bpf_ringbuf_discard_dynptr(ref clone, 0);
                return 0;
            }

            ptr = default;
            data.Value = 123;
            bpf_ringbuf_discard_dynptr(ref clone, 0);
            return 0;
        }
    }
}
