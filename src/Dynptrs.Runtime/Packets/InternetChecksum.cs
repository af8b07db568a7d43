using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>
/// The one's-complement sum of the internet protocols (RFC 1071). Sums of 16 bits are over big-endian words; sums of 32 bits are what the
/// kernel's <c>__wsum</c> is, over words in the machine's own order, which gives the same sum with its bytes swapped.
/// </summary>
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

    /// <summary><c>csum_partial</c>. Which of the two zeroes comes out is what the kernel's 64-bit sum gives.</summary>
    public static uint Partial(ReadOnlySpan<byte> bytes, uint seed)
    {
        ulong sum = seed;
        ulong tail = 0;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            sum = AddWithCarry(sum, word);
        bytes[(bytes.Length & ~(sizeof(ulong) - 1))..].CopyTo(MemoryMarshal.AsBytes(new Span<ulong>(ref tail)));
        sum = AddWithCarry(sum, tail);
        return (uint)((sum + BitOperations.RotateRight(sum, 32)) >> 32);
    }

    /// <summary><c>csum_add</c>.</summary>
    public static uint Add(uint left, uint right)
    {
        var sum = left + right;
        return sum + (sum < right ? 1u : 0u);
    }

    /// <summary><c>csum_sub</c>.</summary>
    public static uint Subtract(uint left, uint right) => Add(left, ~right);

    /// <summary><c>csum_from32to16</c>.</summary>
    public static ushort To16Bits(uint sum) => (ushort)((sum + BitOperations.RotateRight(sum, 16)) >> 16);

    /// <summary>A 32-bit sum as one over big-endian words.</summary>
    public static ushort ToNetworkOrder(uint sum) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(To16Bits(sum)) : To16Bits(sum);

    /// <summary><c>csum_replace2</c>: a checksum, as it lies in a header, after a field of 16 bits was changed.</summary>
    public static ushort Replace(ushort checksum, ushort from, ushort to) =>
        (ushort)~Add(Subtract((ushort)~checksum, from), to);

    /// <summary><c>csum_replace4</c>: a checksum, as it lies in a header, after a field of 32 bits was changed.</summary>
    public static ushort Replace(ushort checksum, uint from, uint to) =>
        (ushort)~To16Bits(Add(Subtract(~(uint)checksum, from), to));

    /// <summary><c>csum_replace_by_diff</c>: a checksum, as it lies in a header, after bytes were changed whose sums differ so.</summary>
    public static ushort ReplaceByDifference(ushort checksum, uint difference) =>
        (ushort)~To16Bits(Add(difference, ~(uint)checksum));

    private static ulong AddWithCarry(ulong left, ulong right)
    {
        var sum = left + right;
        return sum + (sum < right ? 1ul : 0ul);
    }

    private static ushort Fold(ulong sum)
    {
        while (sum > ushort.MaxValue)
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        return (ushort)sum;
    }
}
