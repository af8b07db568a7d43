using System;

namespace Dynptrs.Tests.Packets;

/// <summary>Dynptrs over the metadata in front of a socket buffer.</summary>
public class MetadataDynptrTests
{
    [Theory]
    [InlineData(1, -Errno.EINVAL)]
    [InlineData(0, 0)]
    public void Results_of_making_a_dynptr(ulong flags, int expected)
    {
        Assert.Equal(expected, WithMetadata(8).ToMetadataDynptr(flags, out var ptr));

        Assert.Equal(expected != 0, ptr.IsNull);
        Assert.False(ptr.IsReadOnly);
        Assert.Equal(expected == 0 ? 8 : unchecked((ulong)-22), ptr.Size);
    }

    [Fact]
    public void Without_metadata_the_dynptr_is_live_and_empty()
    {
        var ptr = Make.Metadata(WithMetadata(0));

        Assert.False(ptr.IsNull);
        Assert.Equal(0u, ptr.Size);
        Assert.Equal(0, ptr.Read([]));
        Assert.Equal(-Errno.E2BIG, ptr.Read(out byte _));
        Assert.False(ptr.GetSlice(0, default, 0).IsNull);
        Assert.True(ptr.GetSlice(0, default, 1).IsNull);
    }

    [Fact]
    public void The_metadata_is_read_and_written_and_the_packet_is_left_alone()
    {
        var packet = WithMetadata(8);
        var ptr = Make.Metadata(packet);

        Assert.Equal(0, ptr.Write(2, 0x01010101));
        Assert.Equal(0, ptr.Read(out int value, 2));

        Assert.Equal(0x01010101, value);
        Assert.Equal([0, 1, 1, 1, 1, 1, 6, 7], packet.Metadata.ToArray());
        Assert.Equal(TestBytes.Counting(40), packet.ToArray());
        Assert.Equal(-Errno.E2BIG, ptr.Write(5, 1));
        Assert.Equal(-Errno.E2BIG, ptr.Read(out int _, 5));
        Assert.Equal(-Errno.EINVAL, ptr.Read(out int _, 0, 1));
    }

    [Theory]
    [InlineData(BpfConstants.BPF_F_RECOMPUTE_CSUM)]
    [InlineData(BpfConstants.BPF_F_INVALIDATE_HASH)]
    public void Writes_have_no_flags(ulong flags) =>
        Assert.Equal(-Errno.EINVAL, Make.Metadata(WithMetadata(8)).Write(0, 1, flags));

    [Fact]
    public void A_slice_is_always_direct()
    {
        var packet = WithMetadata(8);
        var ptr = Make.Metadata(packet);
        var buffer = new byte[4];

        ptr.GetWritableSlice<int>(4, buffer).Value = 0x02020202;

        Assert.Equal([0, 1, 2, 3, 2, 2, 2, 2], packet.Metadata.ToArray());
        Assert.Equal(new byte[4], buffer);
        Assert.Equal(3, ptr.GetSlice(0, default, 8)[3]);
        Assert.True(ptr.Data(0, 4).IsNull);
    }

    [Fact]
    public void The_view_can_be_narrowed()
    {
        var ptr = Make.Metadata(WithMetadata(8));
        Assert.Equal(0, ptr.Adjust(3, 5));

        Assert.Equal(0, ptr.Read(out short value));
        Assert.Equal(BitConverter.ToInt16([3, 4]), value);
        Assert.Equal(-Errno.E2BIG, ptr.Read(out short _, 1));
    }

    [Fact]
    public void Ranges_may_overlap()
    {
        var packet = WithMetadata(8);
        var ptr = Make.Metadata(packet);

        Assert.Equal(0, ptr.Copy(2, ptr, 0, 6));

        Assert.Equal([0, 1, 0, 1, 2, 3, 4, 5], packet.Metadata.ToArray());
        Assert.Equal(0, ptr.Fill(1, 3, 9));
        Assert.Equal([0, 9, 9, 9, 2, 3, 4, 5], packet.Metadata.ToArray());
    }

    [Theory]
    [InlineData(false, 0, 0)]
    [InlineData(true, 0, 0)]
    [InlineData(false, 100, -Errno.E2BIG)]
    [InlineData(true, 100, -Errno.E2BIG)]
    public void A_write_ends_the_slices_of_the_metadata_and_of_the_packet(bool writesMetadata, ulong offset, int expected)
    {
        var packet = WithMetadata(8);
        var ptr = Make.Packet(packet);
        var metadata = Make.Metadata(packet);
        var ofPacket = ptr.GetSlice(0, default, 4);
        var ofMetadata = metadata.GetWritableSlice(0, default, 4);
        Assert.Equal(0, ofPacket[0] + ofMetadata[0]);

        Assert.Equal(expected, (writesMetadata ? metadata : ptr).Write(offset, (byte)1));

        Refused.Access(ref ofPacket, "gone", static (ref it) => _ = it[0]);
        Refused.Access(ref ofMetadata, "gone", static (ref it) => _ = it[0]);
    }

    [Fact]
    public void Copying_and_filling_end_no_slice()
    {
        var packet = WithMetadata(8);
        var metadata = Make.Metadata(packet);
        var slice = Make.Packet(packet).GetSlice(3, default, 4);

        Assert.Equal(0, metadata.Copy(0, metadata, 1, 4));
        Assert.Equal(0, metadata.Fill(0, 1, 1));

        Assert.Equal(3, slice[0]);
    }

    private static SkBuff WithMetadata(int length) =>
        new(BpfProgramType.SchedCls, new PacketOptions { Metadata = TestBytes.Counting(length) }, TestBytes.Counting(40));
}
