using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

internal static partial class DynptrFail
{
    /// <summary>Dynptrs that are overwritten while they hold a reference, or have slices.</summary>
    private static class Overwrites
    {
        [BpfProgram("?tc")]
        public static int dynptr_pruning_overwrite(SkBuff skb)
        {
            if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr) == 0)
                ptr = /*!DYN004*/default/*!*/;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_pruning_overwrite__mended(SkBuff skb)
        {
            Dynptr other;
            if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr) == 0)
                other = default;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_pruning_stacksafe(SkBuff skb)
        {
            ulong value = 0xeB9F;
            if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr) == 0)
                value += 0;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_pruning_type_confusion(SkBuff skb)
        {
            uint key = 0;
            bpf_map_update_elem(array_map4, key, 0xeB9FeB9FUL, 0);
            MapValue<ulong> value = bpf_map_lookup_elem(array_map4, key);
            if (!value)
                return 0;
            ulong first = value.Value;
            if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr) == 0)
                bpf_dynptr_from_mem(value.Bytes[8..], 0, out /*!DYN004*/ptr/*!*/);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_pruning_type_confusion__mended(SkBuff skb)
        {
            uint key = 0;
            bpf_map_update_elem(array_map4, key, 0xeB9FeB9FUL, 0);
            MapValue<ulong> value = bpf_map_lookup_elem(array_map4, key);
            if (!value)
                return 0;
            ulong first = value.Value;
            if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr) == 0)
                bpf_dynptr_from_mem(value.Bytes[8..], 0, out Dynptr other);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        // The position of a dynptr is known where the program is written, not only where it runs.
        [BpfProgram("?tc")]
        public static int dynptr_var_off_overwrite(SkBuff skb)
        {
            dynptr_var_off_overwrite__slots slots = default;
            int offset = val;
            if (offset < 0 || offset > 16)
                return 1;
            offset &= 16;
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out /*!DYN010*/Unsafe.AddByteOffset(ref slots.first, offset)/*!*/);
            slots.second = default;
            bpf_ringbuf_discard_dynptr(ref /*!DYN010*/Unsafe.AddByteOffset(ref slots.first, offset)/*!*/, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_var_off_overwrite__mended(SkBuff skb)
        {
            dynptr_var_off_overwrite__slots slots = default;
            int offset = val;
            if (offset < 0 || offset > 16)
                return 1;
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out slots.first);
            slots.second = default;
            bpf_ringbuf_discard_dynptr(ref slots.first, 0);
            return 0;
        }

        private ref struct dynptr_var_off_overwrite__slots
        {
            public Dynptr first;
            public Dynptr second;
        }

        [BpfProgram("?tc")]
        public static int dynptr_partial_slot_invalidate(SkBuff skb)
        {
            // 32 bytes less than in the kernel's test, where the two dynptrs overlap: the stack has no more.
            Span<byte> read_data = stackalloc byte[456];
            uint key = 0;
            bpf_map_update_elem(array_map4, key, 0UL, 0);
            MapValue<ulong> value = bpf_map_lookup_elem(array_map4, key);
            if (!value)
                return 0;
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            Unsafe.Add(ref /*!DYN010*/Unsafe.As<Dynptr, ulong>(ref ptr)/*!*/, 1) = 0;
            bpf_dynptr_from_mem(ref value.Value, 0, out Dynptr other);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?tc")]
        public static int dynptr_partial_slot_invalidate__mended(SkBuff skb)
        {
            // 32 bytes less than in the kernel's test, where the two dynptrs overlap: the stack has no more.
            Span<byte> read_data = stackalloc byte[456];
            uint key = 0;
            bpf_map_update_elem(array_map4, key, 0UL, 0);
            MapValue<ulong> value = bpf_map_lookup_elem(array_map4, key);
            if (!value)
                return 0;
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
            bpf_dynptr_from_mem(ref value.Value, 0, out Dynptr other);
            bpf_dynptr_read(read_data, ptr, 0, 0);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_unref(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            if (get_map_val_dynptr(out ptr) != 0)
                return 0;
            if (get_map_val_dynptr(out ptr) != 0)
                return 0;
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_invalidate_slice_reinit(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice p = bpf_dynptr_data(ptr, 0, 1);
            if (!p)
                return 0;
            if (get_map_val_dynptr(out ptr) != 0)
                return 0;
            return /*!DYN005*/p/*!*/[0];
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_invalidate_slice_reinit__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice p = bpf_dynptr_data(ptr, 0, 1);
            if (!p)
                return 0;
            if (get_map_val_dynptr(out Dynptr other) != 0)
                return 0;
            return p[0];
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_invalidate_slice_or_null(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice p = bpf_dynptr_data(ptr, 0, 1);
            ptr = default;
            return bpf_strncmp(/*!DYN005*/p/*!*/.Span, "x"u8);
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_invalidate_slice_or_null__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr) != 0)
                return 0;
            Slice p = bpf_dynptr_data(ptr, 0, 1);
            if (!p)
                return 0;
            return bpf_strncmp(p.Span, "x"u8);
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_invalidate_slice_failure(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr1) != 0)
                return 0;
            if (get_map_val_dynptr(out Dynptr ptr2) != 0)
                return 0;
            Slice p1 = bpf_dynptr_data(ptr1, 0, 1);
            if (!p1)
                return 0;
            Slice p2 = bpf_dynptr_data(ptr2, 0, 1);
            if (!p2)
                return 0;
            ptr1 = default;
            return /*!DYN005*/p1/*!*/[0];
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_invalidate_slice_failure__mended(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr1) != 0)
                return 0;
            if (get_map_val_dynptr(out Dynptr ptr2) != 0)
                return 0;
            Slice p1 = bpf_dynptr_data(ptr1, 0, 1);
            if (!p1)
                return 0;
            Slice p2 = bpf_dynptr_data(ptr2, 0, 1);
            if (!p2)
                return 0;
            ptr1 = default;
            return p2[0];
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_invalidate_slice_success(TracepointContext ctx)
        {
            if (get_map_val_dynptr(out Dynptr ptr1) != 0)
                return 1;
            if (get_map_val_dynptr(out Dynptr ptr2) != 0)
                return 1;
            Slice p1 = bpf_dynptr_data(ptr1, 0, 1);
            if (!p1)
                return 1;
            Slice p2 = bpf_dynptr_data(ptr2, 0, 1);
            if (!p2)
                return 1;
            ptr1 = default;
            return p2[0];
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            if (dynptr_overwrite_ref__get_map_val_dynptr(out ptr) != 0)
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        private static int dynptr_overwrite_ref__get_map_val_dynptr(out Dynptr ptr)
        {
            uint key = 0;
            bpf_map_update_elem(array_map3, key, (uint)val, 0);
            MapValue<uint> map_val = bpf_map_lookup_elem(array_map3, key);
            if (!map_val)
            {
                ptr = default;
                return -Errno.ENOENT;
            }

            bpf_dynptr_from_mem(ref map_val.Value, 0, out /*!DYN004*/ptr/*!*/);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_overwrite_ref__mended(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            get_map_val_dynptr(out Dynptr other);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_read_into_slot(TracepointContext ctx)
        {
            dynptr_read_into_slot__union data = default;
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out data.ptr);
            bpf_dynptr_read(/*!DYN010*/data.buf/*!*/, data.ptr, 0, 0);
            return 0;
        }

        [BpfProgram("?raw_tp")]
        public static int dynptr_read_into_slot__mended(TracepointContext ctx)
        {
            Span<byte> buf = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
            bpf_dynptr_read(buf, ptr, 0, 0);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        [StructLayout(LayoutKind.Explicit)]
        private ref struct dynptr_read_into_slot__union
        {
            [FieldOffset(0)]
            public Buffer64 buf;

            [FieldOffset(48)]
            public Dynptr ptr;
        }
    }
}
