using System;
using System.Buffers.Binary;

namespace Dynptrs;

/// <summary>The one's-complement sum of the internet protocols (RFC 1071), as a receiving device computes it: not complemented.</summary>
internal static class InternetChecksum
{
    /// <summary>The sum of bytes as big-endian 16-bit words.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Where they start in the packet: at an odd offset the first byte ends a word.</param>
    public static ushort Sum(ReadOnlySpan<byte> bytes, int offset)
    {
        ulong sum = 0;
        if (int.IsOddInteger(offset) && !bytes.IsEmpty)
        {
            sum = bytes[0];
            bytes = bytes[1..];
        }

        for (; bytes.Length >= sizeof(ushort); bytes = bytes[sizeof(ushort)..])
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (!bytes.IsEmpty)
            sum += (uint)bytes[0] << 8;
        return Fold(sum);
    }

    public static ushort Add(ushort left, ushort right) => Fold((ulong)left + right);

    public static ushort Subtract(ushort left, ushort right) => Add(left, (ushort)~right);

    private static ushort Fold(ulong sum)
    {
        while (sum > ushort.MaxValue)
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        return (ushort)sum;
    }
}
