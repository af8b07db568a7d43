using System;
using Dynptrs;
using static Tour.Bpf;

namespace Tour.Programs;

/// <summary>Dynptrs over a packet that a control group sends: it may be read, not written.</summary>
[BpfObject(License = "GPL")]
internal static partial class PacketPrograms
{
    /// <summary>A write to a packet that may only be read fails when it runs.</summary>
    [BpfProgram("cgroup_skb/egress")]
    public static int TestSkbReadonly(SkBuff skb)
    {
        ReadOnlySpan<byte> writeData = [1, 2];
        if (bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
        {
            Globals.Err = 1;
            return 1;
        }

        if (bpf_dynptr_write(ptr, 0, writeData, 0) != -Errno.EINVAL)
            Globals.Err = 2;
        return 1;
    }

    /// <summary>The memory of a packet is not one piece, so it gives no data pointer, only slices.</summary>
    [BpfProgram("cgroup_skb/egress")]
    public static int TestDynptrSkbData(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
        {
            Globals.Err = 1;
            return 1;
        }

        if (!bpf_dynptr_data(ptr, 0, 1).IsNull)
            Globals.Err = 2;
        return 1;
    }

    /// <summary>A null dynptr is not read-only; a packet's is, a record's is not.</summary>
    [BpfProgram("cgroup_skb/egress")]
    public static int TestDynptrIsRdonly(SkBuff skb)
    {
        const ulong BadFlags = 123;
        if (bpf_dynptr_from_skb(skb, BadFlags, out var ptr1) != -Errno.EINVAL)
        {
            Globals.Err = 1;
            return 0;
        }

        if (bpf_dynptr_is_rdonly(ptr1))
        {
            Globals.Err = 2;
            return 0;
        }

        if (bpf_dynptr_from_skb(skb, 0, out var ptr2) != 0)
        {
            Globals.Err = 3;
            return 0;
        }

        if (!bpf_dynptr_is_rdonly(ptr2))
        {
            Globals.Err = 4;
            return 0;
        }

        if (bpf_ringbuf_reserve_dynptr(Maps.RingBuf, 64, 0, out var ptr3) != 0)
        {
            Globals.Err = 5;
            goto done;
        }

        if (bpf_dynptr_is_rdonly(ptr3))
            Globals.Err = 6;
    done:
        bpf_ringbuf_discard_dynptr(ref ptr3, 0);
        return 0;
    }

    /// <summary>A clone has the view of its source at that time; what is done to the source later does not touch it.</summary>
    [BpfProgram("cgroup_skb/egress")]
    public static int TestDynptrClone(SkBuff skb)
    {
        const ulong Off = 2;
        if (bpf_dynptr_from_skb(skb, 0, out var ptr1) != 0)
        {
            Globals.Err = 1;
            return 0;
        }

        if (bpf_dynptr_adjust(ref ptr1, Off, bpf_dynptr_size(ptr1)) != 0)
        {
            Globals.Err = 2;
            return 0;
        }

        if (bpf_dynptr_clone(ptr1, out var ptr2) != 0)
        {
            Globals.Err = 3;
            return 0;
        }

        var size = bpf_dynptr_size(ptr1);
        if (bpf_dynptr_size(ptr2) != size)
        {
            Globals.Err = 4;
            return 0;
        }

        if (bpf_dynptr_is_rdonly(ptr2) != bpf_dynptr_is_rdonly(ptr1))
        {
            Globals.Err = 5;
            return 0;
        }

        bpf_dynptr_adjust(ref ptr1, 5, 5);
        if (bpf_dynptr_size(ptr2) != size)
            Globals.Err = 6;
        return 0;
    }

    /// <summary>Bytes that lie in one piece need no buffer.</summary>
    [BpfProgram("cgroup_skb/egress")]
    public static int TestDynptrSkbNoBuff(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
        {
            Globals.Err = 1;
            return 1;
        }

        var data = bpf_dynptr_slice(ptr, 0, default, 1);
        return data ? 1 : 0;
    }

    /// <summary>A slice is plain memory to a helper.</summary>
    [BpfProgram("cgroup_skb/egress")]
    public static int TestDynptrSkbStrcmp(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
        {
            Globals.Err = 1;
            return 1;
        }

        var data = bpf_dynptr_slice(ptr, 0, default, 10);
        if (data)
            bpf_strncmp(data.Span, "foo"u8);
        return 1;
    }
}
