using System;
using System.Buffers.Binary;
using System.Linq;

namespace Dynptrs.Tests.Packets;

/// <summary>The checksum helpers: the results are what the kernel gave for the same bytes and arguments.</summary>
public class ChecksumTests
{
    [Theory]
    [InlineData("a54dca18", "2530bb1d", 0x0, 59248)]
    [InlineData("", "6d132cded6237b2e", 0x12345678, 44183)]
    [InlineData("d91e3f721fcb1971", "", 0x12345678, 39770)]
    [InlineData("", "", 0xffff0001, 1)]
    [InlineData("ffffffff", "00000000", 0x0, 0)]
    [InlineData("ffff", "0000", 0x0, 65535)]
    [InlineData("ffffffffffffffff", "0000000000000000", 0x0, 0)]
    [InlineData("174494d6493c9d", "5c3460be31201e69fedaa0eee8", 0xffffffff, 61185)]
    [InlineData(
        "b9997f5c7c2999fdafe593253cd654af4dfad71427a0aeb3fee9232f8af221",
        "1f9ee491c5b10becb5563bfc1e6f93427ecbc8fe2955e5cd8e46dc8ed4",
        0x5,
        31014)]
    [InlineData("00000000", "ffffffff", 0x0, 65535)]
    [InlineData("", "", 0xffffffff, 65535)]
    [InlineData("", "", 0x0, 0)]
    [InlineData("b7c276", "", 0x0, 15570)]
    [InlineData("", "4d", 0xffffffff, 77)]
    [InlineData("2a5a4d767706f85d8690024a", "d6bda340", 0x0, 61193)]
    public void The_difference_of_bytes_is_the_kernels(string from, string to, uint seed, long expected) =>
        Assert.Equal(expected, BpfChecksum.Difference(Convert.FromHexString(from), Convert.FromHexString(to), seed));

    [Theory]
    [InlineData(24, 0x1234, 0xabcd, 2, 0, "ea0e")]
    [InlineData(24, 0x12345678, 0x9abcdef0, 4, 0, "8297")]
    [InlineData(24, 0x0, 0x9abcd, 0, 0, "acfc")]
    [InlineData(24, 0x1, 0x5, 0, -Errno.EINVAL, "")]
    [InlineData(24, 0x0, 0x0, 16, -Errno.EINVAL, "")]
    [InlineData(23, 0x0, 0x0, 2, -Errno.EFAULT, "")]
    [InlineData(65536, 0x0, 0x0, 2, -Errno.EFAULT, "")]
    [InlineData(64, 0x0, 0x0, 2, -Errno.EFAULT, "")]
    [InlineData(24, 0x0, 0x0, 3, -Errno.EINVAL, "")]
    [InlineData(24, 0x0, 0x0, 8, -Errno.EINVAL, "")]
    [InlineData(62, 0x1ffff, 0x2fffe, 2, 0, "0226")]
    [InlineData(24, 0x1ffffffff, 0x2fffffffe, 4, 0, "84a8")]
    [InlineData(24, 0x0, 0x100000000, 0, 0, "83a8")]
    public void A_network_checksum_becomes_the_kernels(uint offset, ulong from, ulong to, ulong size, int expected, string checksum)
    {
        var packet = Packet();

        Assert.Equal(expected, packet.ReplaceNetworkChecksum(offset, from, to, size));

        AssertChanged(packet, offset, checksum);
    }

    [Theory]
    [InlineData(24, 0x1234, 0xabcd, 2, 0, "ea0e")]
    [InlineData(24, 0x12345678, 0x9abcdef0, 4, 0, "8297")]
    [InlineData(24, 0x0, 0x9abcd, 0, 0, "acfc")]
    [InlineData(24, 0x1, 0x5, 0, -Errno.EINVAL, "")]
    [InlineData(24, 0x0, 0x0, 256, -Errno.EINVAL, "")]
    [InlineData(23, 0x0, 0x0, 2, -Errno.EFAULT, "")]
    [InlineData(65536, 0x0, 0x0, 2, -Errno.EFAULT, "")]
    [InlineData(64, 0x0, 0x0, 2, -Errno.EFAULT, "")]
    [InlineData(24, 0x0, 0x0, 3, -Errno.EINVAL, "")]
    [InlineData(24, 0x0, 0x0, 8, -Errno.EINVAL, "")]
    [InlineData(62, 0x1ffff, 0x2fffe, 2, 0, "0226")]
    [InlineData(24, 0x1ffffffff, 0x2fffffffe, 4, 0, "84a8")]
    [InlineData(24, 0x0, 0x100000000, 0, 0, "83a8")]
    public void A_transport_checksum_becomes_the_kernels(uint offset, ulong from, ulong to, ulong flags, int expected, string checksum)
    {
        var packet = Packet();

        Assert.Equal(expected, packet.ReplaceTransportChecksum(offset, from, to, flags));

        AssertChanged(packet, offset, checksum);
    }

    [Theory]
    [InlineData("0000", 0x1234, 0xabcd, 34, 0, "0000")]
    [InlineData("0000", 0x1234, 0xabcd, 98, 0, "6666")]
    [InlineData("0000", 0xffff, 0x0, 2, 0, "0000")]
    [InlineData("0000", 0x0, 0xffff, 98, 0, "ffff")]
    [InlineData("0000", 0x5, 0xffff, 32, 0, "0000")]
    [InlineData("0000", 0x5, 0xffff, 96, -Errno.EINVAL, "0000")]
    [InlineData("0000", 0x0, 0x0, 98, 0, "ffff")]
    [InlineData("ffff", 0x0, 0xffff, 2, 0, "0000")]
    [InlineData("ffff", 0x0, 0xffff, 34, 0, "ffff")]
    [InlineData("ffff", 0xffff, 0x0, 34, 0, "ffff")]
    [InlineData("0500", 0x0, 0x5, 2, 0, "0000")]
    [InlineData("0500", 0x0, 0x5, 34, 0, "ffff")]
    public void A_transport_checksum_of_zero_is_treated_as_the_flags_say(
        string before,
        ulong from,
        ulong to,
        ulong flags,
        int expected,
        string after)
    {
        var bytes = PacketBytes();
        Convert.FromHexString(before).CopyTo(bytes, 24);
        var packet = new SkBuff(BpfProgramType.SchedCls, bytes);

        Assert.Equal(expected, packet.ReplaceTransportChecksum(24, from, to, flags));

        AssertChanged(packet, 24, after);
    }

    [Theory]
    [InlineData(0, 0x05)]
    [InlineData(0, 0xffff)]
    [InlineData(1, 0x1234)]
    public void Refused_arguments_change_nothing_and_pull_first(ulong from, ulong to)
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, PacketBytes().AsSpan(0, 20), PacketBytes().AsMemory(20));

        Assert.Equal(-Errno.EINVAL, packet.ReplaceNetworkChecksum(24, from, to, 16));
        Assert.Equal(20, packet.LinearLength);
        Assert.Equal(-Errno.EINVAL, packet.ReplaceNetworkChecksum(24, from, to, 3));
        Assert.Equal(26, packet.LinearLength);
        Assert.Equal(PacketBytes(), packet.ToArray());
    }

    [Theory]
    [InlineData(0x0a000001u, 0x0a0000feu, 4ul)]
    [InlineData(0x1234u, 0xfedcu, 2ul)]
    public void A_header_stays_right_when_a_field_and_its_checksum_are_changed(uint from, uint to, ulong size)
    {
        var bytes = PacketBytes();
        var header = bytes.AsSpan(14, 20);
        Write(header[12..], from, size);
        header[10..12].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], (ushort)~Sum(header));
        Assert.Equal(0xffff, Sum(header));
        var packet = new SkBuff(BpfProgramType.SchedCls, bytes);

        var field = new byte[size];
        Write(field, to, size);
        Assert.Equal(0, packet.ReplaceNetworkChecksum(24, Native(from, size), Native(to, size), size));
        Assert.Equal(0, packet.StoreBytes(26, field));

        Assert.Equal(0xffff, Sum(packet.Linear.Span.Slice(14, 20)));
    }

    [Theory]
    [InlineData(4ul, true, false)]
    [InlineData(4ul | BpfConstants.BPF_F_PSEUDO_HDR, false, true)]
    [InlineData(2ul | BpfConstants.BPF_F_PSEUDO_HDR, false, true)]
    [InlineData(BpfConstants.BPF_F_PSEUDO_HDR, false, true)]
    [InlineData(BpfConstants.BPF_F_PSEUDO_HDR | BpfConstants.BPF_F_IPV6, false, false)]
    public void The_devices_sum_follows_a_field_that_it_does_not_cover(ulong flags, bool isStored, bool follows)
    {
        var bytes = PacketBytes();
        var packet = new SkBuff(BpfProgramType.SchedCls, bytes) { Checksum = Sum(bytes) };
        byte[] from = bytes[30..34], to = [0x11, 0x22, 0x33, 0x44];
        var size = flags & 15;
        ulong old = size switch { 0 => 0, 2 => BitConverter.ToUInt16(from), _ => BitConverter.ToUInt32(from) };
        var changed = size switch
        {
            0 => (ulong)BpfChecksum.Difference(from, to, 0),
            2 => BitConverter.ToUInt16(to),
            _ => BitConverter.ToUInt32(to),
        };

        Assert.Equal(0, packet.ReplaceTransportChecksum(24, old, changed, flags));
        if (isStored)
            Assert.Equal(0, packet.StoreBytes(30, to));

        // Where the field lies in the packet, both changes cancel out; where it does not, the sum changes with the checksum.
        Assert.Equal(isStored || follows, Sum(packet.ToArray()) == packet.Checksum);
    }

    private static void AssertChanged(SkBuff packet, uint offset, string checksum)
    {
        if (checksum.Length != 0)
            Assert.Equal(checksum, Convert.ToHexString(packet.ToArray(), (int)offset, 2), ignoreCase: true);
        else
            Assert.Equal(PacketBytes(), packet.ToArray());
    }

    private static SkBuff Packet() => new(BpfProgramType.SchedCls, PacketBytes());

    private static byte[] PacketBytes() => [.. Enumerable.Range(0, 64).Select(i => (byte)((i * 37) + 11))];

    private static void Write(Span<byte> field, uint value, ulong size)
    {
        if (size == 2)
            BinaryPrimitives.WriteUInt16BigEndian(field, (ushort)value);
        else
            BinaryPrimitives.WriteUInt32BigEndian(field, value);
    }

    private static ulong Native(uint value, ulong size)
    {
        var bytes = new byte[8];
        Write(bytes, value, size);
        return BitConverter.ToUInt64(bytes);
    }

    private static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 2)
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]);
        while (sum > ushort.MaxValue)
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        return (ushort)sum;
    }
}
