using System;
using Dynptrs;
using static Corpus.Bpf;
using static Corpus.SkAction;

namespace Corpus;

internal static partial class DynptrFail
{
    /// <summary>References that are not given back, and slices that are used where they may not be.</summary>
    private static class Access
    {
        [BpfProgram("?raw_tp")]
        public static int ringbuf_missing_release1(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            /*!DYN001*/return 0;/*!*/
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_missing_release1__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_missing_release2(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr1, 0);
            if (!sample)
            {
                bpf_ringbuf_discard_dynptr(ref ptr1, 0);
                bpf_ringbuf_discard_dynptr(ref ptr2, 0);
                return 0;
            }

            bpf_ringbuf_submit_dynptr(ref ptr1, 0);
            /*!DYN001*/return 0;/*!*/
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_missing_release2__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr1, 0);
            if (!sample)
            {
                bpf_ringbuf_discard_dynptr(ref ptr1, 0);
                bpf_ringbuf_discard_dynptr(ref ptr2, 0);
                return 0;
            }

            bpf_ringbuf_submit_dynptr(ref ptr1, 0);
            bpf_ringbuf_submit_dynptr(ref ptr2, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_missing_release_callback(TracepointContext ctx)
        {
            bpf_loop(10, ringbuf_missing_release_callback__missing_release_callback_fn, 0);
            return 0;
        }

        private static int ringbuf_missing_release_callback__missing_release_callback_fn(uint index)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            /*!DYN001*/return 0;/*!*/
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_missing_release_callback__mended(TracepointContext ctx)
        {
            bpf_loop(10, ringbuf_missing_release_callback__mended__missing_release_callback_fn, 0);
            return 0;
        }

        private static int ringbuf_missing_release_callback__mended__missing_release_callback_fn(uint index)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_release_uninit_dynptr(TracepointContext ctx)
        {
            Dynptr ptr = default;
            bpf_ringbuf_submit_dynptr(ref /*!DYN002*/ptr/*!*/, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_release_uninit_dynptr__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int use_after_invalid(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            bpf_dynptr_read(read_data, /*!DYN003*/ptr/*!*/, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int use_after_invalid__mended(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_invalid_api(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
            if (!sample)
                goto done;
            sample.Value.pid = 123;
            bpf_ringbuf_submit(/*!DYN011*/sample/*!*/, 0);
            done:
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int ringbuf_invalid_api__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
            if (!sample)
                goto done;
            sample.Value.pid = 123;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
            done:
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int add_dynptr_to_map1__mended(TracepointContext ctx)
        {
            uint key = 0;
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
            bpf_map_update_elem(array_map3, key, (uint)val, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int add_dynptr_to_map2__mended(TracepointContext ctx)
        {
            uint key = 0;
            add_dynptr_to_map2__record x = default;
            bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out x.ptr);
            bpf_map_update_elem(array_map3, key, (uint)x.x, 0);
            bpf_ringbuf_submit_dynptr(ref x.ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_out_of_bounds_ringbuf(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 8);
            if (!data)
                goto done;
            val = /*!DYN007*/data[8]/*!*/;
            done:
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_out_of_bounds_ringbuf__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 8);
            if (!data)
                goto done;
            val = data[7];
            done:
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int data_slice_out_of_bounds_skb(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
            if (!hdr)
                return SK_DROP;
            /*!DYN007*/hdr[14]/*!*/ = 1;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int data_slice_out_of_bounds_skb__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
            if (!hdr)
                return SK_DROP;
            hdr[13] = 1;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int data_slice_out_of_bounds_skb_meta(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            /*!DYN007*/md[1]/*!*/ = 42;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int data_slice_out_of_bounds_skb_meta__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            md[0] = 42;
            return SK_PASS;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_out_of_bounds_map_value(TracepointContext ctx)
        {
            get_map_val_dynptr(out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 4);
            if (!data)
                return 0;
            val = /*!DYN007*/data[5]/*!*/;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_out_of_bounds_map_value__mended(TracepointContext ctx)
        {
            get_map_val_dynptr(out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 4);
            if (!data)
                return 0;
            val = data[3];
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_use_after_release1(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
            if (!sample)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            sample.Value.pid = 123;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            val = /*!DYN005*/sample/*!*/.Value.pid;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_use_after_release1__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
            if (!sample)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            sample.Value.pid = 123;
            val = sample.Value.pid;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_use_after_release2(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr2, 0);
            if (!sample)
            {
                bpf_ringbuf_discard_dynptr(ref ptr2, 0);
                bpf_ringbuf_discard_dynptr(ref ptr1, 0);
                return 0;
            }

            sample.Value.pid = 23;
            bpf_ringbuf_submit_dynptr(ref ptr2, 0);
            /*!DYN005*/sample/*!*/.Value.pid = 23;
            bpf_ringbuf_submit_dynptr(ref ptr1, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_use_after_release2__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr2, 0);
            if (!sample)
            {
                bpf_ringbuf_discard_dynptr(ref ptr2, 0);
                bpf_ringbuf_discard_dynptr(ref ptr1, 0);
                return 0;
            }

            sample.Value.pid = 23;
            bpf_ringbuf_submit_dynptr(ref ptr1, 0);
            sample.Value.pid = 23;
            bpf_ringbuf_submit_dynptr(ref ptr2, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_missing_null_check1(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 8);
            /*!DYN006*/data/*!*/[0] = 3;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_missing_null_check1__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 8);
            if (data)
                data[0] = 3;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_missing_null_check2(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
            Slice<ulong> data1 = bpf_dynptr_data<ulong>(ptr, 0);
            Slice<ulong> data2 = bpf_dynptr_data<ulong>(ptr, 0);
            if (data1)
                /*!DYN006*/data2/*!*/.Value = 3;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int data_slice_missing_null_check2__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
            Slice<ulong> data1 = bpf_dynptr_data<ulong>(ptr, 0);
            Slice<ulong> data2 = bpf_dynptr_data<ulong>(ptr, 0);
            if (data2)
                data2.Value = 3;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        private ref struct add_dynptr_to_map2__record
        {
            public int x;
            public Dynptr ptr;
        }
    }
}
