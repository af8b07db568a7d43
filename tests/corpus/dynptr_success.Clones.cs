using System;
using Dynptrs;
using static Corpus.Bpf;
using static Dynptrs.Errno;

namespace Corpus;

/// <summary>What a packet's dynptr is like, what its clone has of it, and its slices.</summary>
internal static partial class DynptrSuccess
{
    [BpfProgram("cgroup_skb/egress")]
    public static int test_dynptr_is_rdonly(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 123, out Dynptr ptr1) != -EINVAL)
        {
            err = 1;
            return 0;
        }

        // A null dynptr is not read-only.
        if (bpf_dynptr_is_rdonly(ptr1))
        {
            err = 2;
            return 0;
        }

        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr2) != 0)
        {
            err = 3;
            return 0;
        }

        if (!bpf_dynptr_is_rdonly(ptr2))
        {
            err = 4;
            return 0;
        }

        if (bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr3) != 0)
        {
            err = 5;
            goto done;
        }

        if (bpf_dynptr_is_rdonly(ptr3))
        {
            err = 6;
            goto done;
        }

    done:
        bpf_ringbuf_discard_dynptr(ref ptr3, 0);
        return 0;
    }

    // The packet's dynptr holds nothing, and is no record.
    [BpfProgram("cgroup_skb/egress")]
    public static int test_dynptr_is_rdonly__broken(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr2) != 0)
        {
            err = 3;
            return 0;
        }

        if (!bpf_dynptr_is_rdonly(ptr2))
        {
            err = 4;
            return 0;
        }

        if (bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr3) != 0)
        {
            err = 5;
            goto done;
        }

        if (bpf_dynptr_is_rdonly(ptr3))
        {
            err = 6;
            goto done;
        }

    done:
        bpf_ringbuf_discard_dynptr(ref /*!DYN011*/ptr2/*!*/, 0);
        bpf_ringbuf_discard_dynptr(ref ptr3, 0);
        return 0;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int test_dynptr_clone(SkBuff skb)
    {
        const uint off = 2;
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr1) != 0)
        {
            err = 1;
            return 0;
        }

        if (bpf_dynptr_adjust(ref ptr1, off, bpf_dynptr_size(ptr1)) != 0)
        {
            err = 2;
            return 0;
        }

        if (bpf_dynptr_clone(ptr1, out Dynptr ptr2) != 0)
        {
            err = 3;
            return 0;
        }

        ulong size = bpf_dynptr_size(ptr1);
        if (bpf_dynptr_size(ptr2) != size)
        {
            err = 4;
            return 0;
        }

        if (bpf_dynptr_is_rdonly(ptr2) != bpf_dynptr_is_rdonly(ptr1))
        {
            err = 5;
            return 0;
        }

        // The clone has a view of its own.
        bpf_dynptr_adjust(ref ptr1, 5, 5);
        if (bpf_dynptr_size(ptr2) != size)
        {
            err = 6;
            return 0;
        }

        return 0;
    }

    // What is taken of one dynptr ends when that is made anew, whatever its clone does.
    [BpfProgram("cgroup_skb/egress")]
    public static int test_dynptr_clone__broken(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr1) != 0)
        {
            err = 1;
            return 0;
        }

        if (bpf_dynptr_clone(ptr1, out Dynptr ptr2) != 0)
        {
            err = 3;
            return 0;
        }

        ReadOnlySlice first = bpf_dynptr_slice(ptr1, 0, default, 1);
        ReadOnlySlice second = bpf_dynptr_slice(ptr2, 0, default, 1);
        if (!first || !second)
            return 0;

        bpf_dynptr_from_skb(skb, 0, out ptr1);
        err = second[0];
        err = /*!DYN005*/first/*!*/[0];
        return 0;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_no_buff(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, default, 1);
        return data ? 1 : 0;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_no_buff__broken(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        Span<byte> buffer = stackalloc byte[1];
        ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, /*!DYN012*/buffer/*!*/, 2);
        return data ? 1 : 0;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_strcmp(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        // A slice is plain memory to a helper.
        ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, default, 10);
        if (data)
        {
            bpf_strncmp(data.Span, "foo"u8);
            return 1;
        }

        return 1;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_strcmp__broken(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, default, 10);
        if (data)
        {
            bpf_strncmp(/*!DYN007*/data.Span[..11]/*!*/, "foo"u8);
            return 1;
        }

        return 1;
    }

    [BpfProgram("tp_btf/kfree_skb")]
    public static int test_dynptr_skb_tp_btf(SkBuff skb, nuint location)
    {
        ReadOnlySpan<byte> write_data = [1, 2];

        // What a tracepoint is called with is trusted, unlike the arguments of a traced function.
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        int ret = bpf_dynptr_write(ptr, 0, write_data, 0);
        if (ret != -EINVAL)
        {
            err = 2;
            return 1;
        }

        return 1;
    }
}
