using System;

namespace Dynptrs.Tests.Packets;

public class SkBuffTests
{
    [Theory]
    [InlineData(BpfProgramType.SchedCls, true, 54)]
    [InlineData(BpfProgramType.SchedAct, true, 54)]
    [InlineData(BpfProgramType.LwtXmit, true, 40)]
    [InlineData(BpfProgramType.SkSkb, true, 40)]
    [InlineData(BpfProgramType.CgroupSkb, false, 40)]
    [InlineData(BpfProgramType.SocketFilter, false, 40)]
    [InlineData(BpfProgramType.LwtIn, false, 40)]
    [InlineData(BpfProgramType.LwtOut, false, 40)]
    [InlineData(BpfProgramType.LwtSeg6Local, false, 40)]
    [InlineData(BpfProgramType.Netfilter, false, 40)]
    [InlineData(BpfProgramType.Tracing, false, 40)]
    public void The_program_type_decides_what_is_seen_and_what_may_be_written(BpfProgramType type, bool isWritable, int length)
    {
        var packet = new SkBuff(type, TestBytes.Counting(54));
        var ptr = Make.Packet(packet);

        Assert.Equal((ulong)length, ptr.Size);
        Assert.Equal(!isWritable, ptr.IsReadOnly);
        Assert.Equal(isWritable ? 0 : -Errno.EINVAL, ptr.Write(0, (byte)99));
        Assert.Equal(isWritable ? 99 : 54 - length, packet.ToArray()[0]);
        Assert.Equal(length, packet.ToArray().Length);
    }

    [Theory]
    [InlineData(1, -Errno.EINVAL)]
    [InlineData(123, -Errno.EINVAL)]
    [InlineData(0, 0)]
    public void Results_of_making_a_dynptr(ulong flags, int expected)
    {
        var packet = new SkBuff(BpfProgramType.CgroupSkb, new byte[54]);

        Assert.Equal(expected, packet.ToDynptr(flags, out var ptr));

        Assert.Equal(expected != 0, ptr.IsNull);
        Assert.Equal(expected == 0, ptr.IsReadOnly);
    }

    [Fact]
    public void A_packet_needs_its_ethernet_header_in_the_linear_part()
    {
        Assert.Throws<ArgumentException>(() => new SkBuff(BpfProgramType.SchedCls, new byte[13], new byte[20]));
        Assert.Equal(0, new SkBuff(BpfProgramType.CgroupSkb, new byte[14]).Length);
    }

    [Fact]
    public void A_packet_is_no_larger_than_a_dynptr()
    {
        Assert.Throws<ArgumentException>(() => new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[16777202]));
        Assert.Equal(16777215, new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[16777201]).Length);
    }

    [Fact]
    public void It_has_bytes_of_its_own()
    {
        var frame = new byte[20];
        var fragment = new byte[20];
        var packet = new SkBuff(BpfProgramType.SchedCls, frame, fragment);

        frame[0] = 1;
        fragment[0] = 1;

        Assert.Equal(new byte[40], packet.ToArray());
    }

    [Fact]
    public void Every_write_ends_all_slices_of_the_packet()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, new byte[54], new byte[8]);
        var ptr = Make.Packet(packet);
        Assert.Equal(0, packet.ToDynptr(out var other));
        Assert.Equal(0, ptr.Clone(out var clone));
        var direct = ptr.GetSlice(0, default, 8);
        var typed = ptr.GetWritableSlice<int>(0);
        var ofOther = other.GetSlice<int>(0);
        var copied = clone.GetWritableSlice(54, new byte[8], 8);
        Assert.Equal(0, direct[0] + typed.Value + ofOther.Value + copied[0]);

        Assert.Equal(0, ptr.Write(0, 1));

        Refused.Access(ref direct, "gone", static (ref it) => _ = it[0]);
        Refused.Access(ref typed, "gone", static (ref it) => it.Value = 1);
        Refused.Access(ref ofOther, "gone", static (ref it) => _ = it.Value);
        Refused.Access(ref copied, "gone", static (ref it) => _ = it.Span);
        Assert.Equal(1, ptr.GetSlice<int>(0).Value);
        Assert.Equal(0, other.Read(out int value));
        Assert.Equal(1, value);
    }

    [Theory]
    [InlineData(BpfProgramType.CgroupSkb, 0, 0)]
    [InlineData(BpfProgramType.SchedCls, 1000, 0)]
    [InlineData(BpfProgramType.SchedCls, 0, 8)]
    public void So_does_a_write_that_fails(BpfProgramType type, ulong offset, ulong flags)
    {
        var ptr = Make.Packet(new SkBuff(type, new byte[54]));
        var slice = ptr.GetSlice(0, default, 8);

        Assert.NotEqual(0, ptr.Write(offset, 1, flags));

        Refused.Access(ref slice, "gone", static (ref it) => _ = it[0]);
    }

    [Fact]
    public void Reading_ends_no_slice()
    {
        var ptr = Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[54]));
        var slice = ptr.GetSlice(0, default, 8);

        Assert.Equal(0, ptr.Read(out int _));
        Assert.Equal(0, ptr.Adjust(1, 1));

        Assert.Equal(0, slice[0]);
    }

    [Theory]
    [InlineData(0, 77u)]
    [InlineData(BpfConstants.BPF_F_RECOMPUTE_CSUM, 77u)]
    [InlineData(BpfConstants.BPF_F_INVALIDATE_HASH, 0u)]
    [InlineData(BpfConstants.BPF_F_RECOMPUTE_CSUM | BpfConstants.BPF_F_INVALIDATE_HASH, 0u)]
    public void The_hash_is_dropped_on_demand(ulong flags, uint expected)
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, new byte[54]) { Hash = 77 };
        var ptr = Make.Packet(packet);

        Assert.Equal(0, ptr.Write(0, 1, flags));

        Assert.Equal(expected, packet.Hash);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(15, 8)]
    [InlineData(0, 40)]
    public void The_checksum_is_adjusted_on_demand(int offset, int length)
    {
        var bytes = new byte[40];
        new Random(1).NextBytes(bytes);
        var packet = new SkBuff(BpfProgramType.SchedCls, bytes.AsSpan(0, 20), bytes.AsMemory(20)) { Checksum = Sum(bytes) };
        var ptr = Make.Packet(packet);

        Assert.Equal(0, ptr.Write((ulong)offset, TestBytes.Counting(length), BpfConstants.BPF_F_RECOMPUTE_CSUM));
        Assert.Equal(Sum(packet.ToArray()), packet.Checksum);

        Assert.Equal(0, ptr.Write((ulong)offset, bytes.AsSpan(offset, length)));
        Assert.NotEqual(Sum(packet.ToArray()), packet.Checksum);
    }

    [Fact]
    public void A_packet_without_a_checksum_stays_without()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, new byte[20]);
        var ptr = Make.Packet(packet);

        Assert.Equal(0, ptr.Write(0, 1, BpfConstants.BPF_F_RECOMPUTE_CSUM));

        Assert.Null(packet.Checksum);
    }

    private static ushort Sum(byte[] bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            sum += ((uint)bytes[i] << 8) | bytes[i + 1];
            if (sum > ushort.MaxValue)
                sum -= ushort.MaxValue;
        }

        return (ushort)sum;
    }
}
