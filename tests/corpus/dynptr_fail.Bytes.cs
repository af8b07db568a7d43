using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;
using static Corpus.SkAction;

namespace Corpus;

internal static partial class DynptrFail
{
    /// <summary>Dynptrs whose bytes are looked at, written or shifted, and memory of the wrong kind.</summary>
    private static class Bytes
    {
        [BpfProgram("?raw_tp")]
        public static int invalid_helper1(TracepointContext ctx)
        {
            get_map_val_dynptr(out Dynptr ptr);
            bpf_strncmp(MemoryMarshal.CreateReadOnlySpan(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/, 16), "hello!"u8);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_helper1__mended(TracepointContext ctx)
        {
            get_map_val_dynptr(out Dynptr ptr);
            Span<byte> text = stackalloc byte[16];
            bpf_dynptr_read(text[..4], ptr, 0, 0);
            bpf_strncmp(text, "hello!"u8);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_helper2(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            get_map_val_dynptr(out Dynptr ptr);
            bpf_dynptr_read(read_data, /*!DYN010*/Unsafe.AddByteOffset(ref ptr, 8)/*!*/, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_helper2__mended(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            get_map_val_dynptr(out Dynptr ptr);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write1(TracepointContext ctx)
        {
            get_map_val_dynptr(out Dynptr ptr);
            /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/ = 0;
            Slice data = bpf_dynptr_data(ptr, 0, 1);
            return data ? 1 : 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write1__mended(TracepointContext ctx)
        {
            get_map_val_dynptr(out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 1);
            return data ? 1 : 0;
        }

        // The same without a look at the bytes: the variable is given another value.
        [BpfProgram("?raw_tp")]
        public static int invalid_write1__broken(TracepointContext ctx)
        {
            get_map_val_dynptr(out Dynptr ptr);
            ptr = default;
            Slice data = bpf_dynptr_data(/*!DYN003*/ptr/*!*/, 0, 1);
            return data ? 1 : 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write2(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            Unsafe.Add(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/, 8) = 0;
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write2__mended(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write2__broken(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            ptr = /*!DYN004*/default/*!*/;
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write3(TracepointContext ctx)
        {
            Span<byte> stack_buf = stackalloc byte[16];
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            MemoryMarshal.Write(stack_buf, val);
            int len = stack_buf[0] & 0xf;
            Unsafe.Add(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/, len) = 0;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write3__mended(TracepointContext ctx)
        {
            Span<byte> stack_buf = stackalloc byte[16];
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            MemoryMarshal.Write(stack_buf, val);
            int len = stack_buf[0] & 0xf;
            stack_buf[len] = 0;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write3__broken(TracepointContext ctx)
        {
            Span<byte> stack_buf = stackalloc byte[16];
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            MemoryMarshal.Write(stack_buf, val);
            int len = stack_buf[0] & 0xf;
            if (len > 7)
                ptr = /*!DYN004*/default/*!*/;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write4(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_loop(10, invalid_write4__invalid_write4_callback, ref ptr, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        private static int invalid_write4__invalid_write4_callback(uint index, ref Dynptr ctx)
        {
            /*!DYN010*/Unsafe.As<Dynptr, int>(ref ctx)/*!*/ = 123;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write4__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_loop(10, invalid_write4__mended__invalid_write4_callback, ref ptr, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        private static int invalid_write4__mended__invalid_write4_callback(uint index, ref Dynptr ctx)
        {
            bpf_dynptr_write(ctx, 0, 123, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_write4__broken(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_loop(10, invalid_write4__broken__invalid_write4_callback, ref ptr, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        private static int invalid_write4__broken__invalid_write4_callback(uint index, ref Dynptr ctx)
        {
            ctx = /*!DYN004*/default/*!*/;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int global__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr local_dynptr);
            bpf_ringbuf_discard_dynptr(ref local_dynptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read1(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            val = /*!DYN010*/Unsafe.As<Dynptr, int>(ref ptr)/*!*/;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read1__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_read(out val, ptr, 0, 0);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read1__broken(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            Dynptr copy = /*!DYN010*/ptr/*!*/;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read2(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            get_map_val_dynptr(out Dynptr ptr);
            bpf_dynptr_read(read_data, /*!DYN010*/Unsafe.AddByteOffset(ref ptr, 1)/*!*/, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read2__mended(TracepointContext ctx)
        {
            Span<byte> read_data = stackalloc byte[64];
            get_map_val_dynptr(out Dynptr ptr);
            bpf_dynptr_read(read_data, ptr, 1, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read3(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr2);
            val = Unsafe.As<byte, int>(ref Unsafe.Add(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr1)/*!*/, 8));
            bpf_ringbuf_discard_dynptr(ref ptr1, 0);
            bpf_ringbuf_discard_dynptr(ref ptr2, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read3__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr1);
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr2);
            bpf_dynptr_read(out val, ptr1, 8, 0);
            bpf_ringbuf_discard_dynptr(ref ptr1, 0);
            bpf_ringbuf_discard_dynptr(ref ptr2, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read4(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_loop(10, invalid_read4__invalid_read4_callback, ref ptr, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        private static int invalid_read4__invalid_read4_callback(uint index, ref Dynptr ctx)
        {
            val = /*!DYN010*/Unsafe.As<Dynptr, int>(ref ctx)/*!*/;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read4__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_loop(10, invalid_read4__mended__invalid_read4_callback, ref ptr, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        private static int invalid_read4__mended__invalid_read4_callback(uint index, ref Dynptr ctx)
        {
            bpf_dynptr_read(out val, ctx, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_read4__broken(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_loop(10, invalid_read4__broken__invalid_read4_callback, ref ptr, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        }

        private static int invalid_read4__broken__invalid_read4_callback(uint index, ref Dynptr ctx)
        {
            Dynptr copy = /*!DYN010*/ctx/*!*/;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_offset(TracepointContext ctx)
        {
            Dynptr ptr = default;
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out /*!DYN010*/Unsafe.Add(ref ptr, 1)/*!*/);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int invalid_offset__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int release_twice(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            bpf_ringbuf_discard_dynptr(ref /*!DYN002*/ptr/*!*/, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int release_twice__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int release_twice_callback(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            bpf_loop(10, release_twice_callback__release_twice_callback_fn, ref ptr, 0);
            return 0;
        }

        private static int release_twice_callback__release_twice_callback_fn(uint index, ref Dynptr ctx)
        {
            bpf_ringbuf_discard_dynptr(ref /*!DYN002*/ctx/*!*/, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int release_twice_callback__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
            bpf_loop(10, release_twice_callback__mended__release_twice_callback_fn, ref ptr, 0);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        private static int release_twice_callback__mended__release_twice_callback_fn(uint index, ref Dynptr ctx)
        {
            val = (int)bpf_dynptr_size(ctx);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_from_mem_invalid_api(TracepointContext ctx)
        {
            int x = 0;
            bpf_dynptr_from_mem(ref /*!DYN011*/x/*!*/, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_from_mem_invalid_api__mended(TracepointContext ctx)
        {
            bpf_dynptr_from_mem(ref val, 0, out Dynptr ptr);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_from_dynptr_data(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice data = bpf_dynptr_data(ptr, 0, 4);
            if (!data)
                return 0;
            bpf_dynptr_from_mem(/*!DYN011*/data.Span/*!*/, 0, out Dynptr ptr2);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_from_dynptr_data__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice data = bpf_dynptr_data(ptr, 0, 4);
            if (!data)
                return 0;
            bpf_dynptr_clone(ptr, out Dynptr ptr2);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_from_dynptr_slice(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
            if (!hdr)
                return SK_DROP;
            bpf_dynptr_from_mem(/*!DYN011*/hdr.Span/*!*/, 0, out Dynptr ptr2);
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int dynptr_from_dynptr_slice__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
            if (!hdr)
                return SK_DROP;
            bpf_dynptr_clone(ptr, out Dynptr ptr2);
            return SK_PASS;
        }
    }
}
