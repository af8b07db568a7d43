using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>
/// A network packet as a program sees it: a linear part that can be reached directly, and fragments that cannot.
/// </summary>
/// <remarks>
/// Follows <c>struct sk_buff</c>. The type of the program decides whether the packet starts with its Ethernet header and
/// whether it may be written.
/// </remarks>
public sealed class SkBuff
{
    /// <summary>The length of an Ethernet header in bytes.</summary>
    public const int EthernetHeaderLength = 14;

    // As long as the whole packet, so that pulling fragments into it needs no memory.
    private readonly byte[] _linear;
    private readonly Fragment[] _fragments;

    // Where the program's view starts: behind the Ethernet header for most program types.
    private readonly int _start;
    private readonly SkBuffMemory _memory;
    private int _linearEnd;
    private long _sliceGeneration;

    /// <summary>Creates a packet that is linear as a whole.</summary>
    /// <param name="programType">The type of the program that is given the packet.</param>
    /// <param name="frame">The packet from its Ethernet header on.</param>
    /// <exception cref="ArgumentException">The frame is shorter than an Ethernet header, or longer than a dynptr can be.</exception>
    public SkBuff(BpfProgramType programType, ReadOnlySpan<byte> frame)
        : this(programType, frame, [])
    {
    }

    /// <summary>Creates a packet with a linear part and fragments.</summary>
    /// <param name="programType">The type of the program that is given the packet.</param>
    /// <param name="linear">The linear part, from the Ethernet header on.</param>
    /// <param name="fragments">The bytes behind the linear part, in order.</param>
    /// <exception cref="ArgumentException">
    /// The linear part is shorter than an Ethernet header, or the packet longer than a dynptr can be.
    /// </exception>
    public SkBuff(BpfProgramType programType, ReadOnlySpan<byte> linear, params ReadOnlySpan<ReadOnlyMemory<byte>> fragments)
    {
        if (linear.Length < EthernetHeaderLength)
        {
            throw new ArgumentException(
                $"A packet starts with an Ethernet header of {EthernetHeaderLength} bytes in its linear part, but that has {linear.Length} bytes.",
                nameof(linear));
        }

        long total = linear.Length;
        _fragments = new Fragment[fragments.Length];
        for (int i = 0; i < fragments.Length; i++)
        {
            _fragments[i] = new Fragment(fragments[i].ToArray());
            total += fragments[i].Length;
        }

        if (total > Dynptr.MaxSize)
        {
            throw new ArgumentException(
                $"A packet may have {Dynptr.MaxSize} bytes, the most that a dynptr can reach, but has {total}.", nameof(fragments));
        }

        _linear = new byte[total];
        linear.CopyTo(_linear);
        _linearEnd = linear.Length;
        _start = programType.SeesEthernetHeader() ? 0 : EthernetHeaderLength;
        ProgramType = programType;
        IsWritable = programType.MayWritePackets();
        _memory = new SkBuffMemory(this);
    }

    /// <summary>The type of the program that is given the packet.</summary>
    public BpfProgramType ProgramType { get; }

    /// <summary>Whether programs of that type may write the packet.</summary>
    public bool IsWritable { get; }

    /// <summary>The length in bytes that the program sees.</summary>
    [KernelField]
    public int Length => _linear.Length - _start;

    /// <summary>How many of these bytes are linear. Writing behind them makes more bytes linear.</summary>
    [KernelField]
    public int LinearLength => _linearEnd - _start;

    /// <summary>The flow hash, or 0 for none. <see cref="BpfConstants.BPF_F_INVALIDATE_HASH"/> makes it 0.</summary>
    [KernelField]
    public uint Hash { get; set; }

    /// <summary>
    /// The one's-complement sum that the receiving device computed over what the program sees, or <see langword="null"/> for
    /// none. Writing leaves it alone unless <see cref="BpfConstants.BPF_F_RECOMPUTE_CSUM"/> is given.
    /// </summary>
    public ushort? Checksum { get; set; }

    /// <summary>Makes a dynptr over the packet. It holds no reference.</summary>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">The dynptr; null when the call fails. It is read-only where the program may not write packets.</param>
    /// <returns>0; <c>-EINVAL</c> for flags.</returns>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_skb", Since = "6.4",
        ProgramTypes =
        [
            "SCHED_CLS", "SCHED_ACT", "SK_SKB", "SOCKET_FILTER", "CGROUP_SKB", "LWT_IN",
            "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL", "NETFILTER", "TRACING", "TRACEPOINT",
            "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "STRUCT_OPS",
        ],
        Summary = "Makes a dynptr over a packet, its linear part and its fragments.")]
    public int ToDynptr(ulong flags, [Initializes("skb")] out Dynptr ptr)
    {
        ptr = flags != 0 ? Dynptr.Null(DynptrKind.Skb) : Dynptr.OfIndirect(DynptrKind.Skb, _memory, (ulong)Length, Lifetime.Forever, !IsWritable);
        return flags != 0 ? -Errno.EINVAL : 0;
    }

    /// <summary>Makes a dynptr over the packet. It holds no reference.</summary>
    /// <param name="ptr">The dynptr. It is read-only where the program may not write packets.</param>
    /// <returns>0.</returns>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_skb", Since = "6.4",
        ProgramTypes =
        [
            "SCHED_CLS", "SCHED_ACT", "SK_SKB", "SOCKET_FILTER", "CGROUP_SKB", "LWT_IN",
            "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL", "NETFILTER", "TRACING", "TRACEPOINT",
            "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "STRUCT_OPS",
        ],
        HasStub = false)]
    public int ToDynptr([Initializes("skb")] out Dynptr ptr) => ToDynptr(0, out ptr);

    /// <summary>Copies what the program sees.</summary>
    /// <returns>A new array of <see cref="Length"/> bytes.</returns>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(0, bytes);
        return bytes;
    }

    /// <summary>Copies bytes out of the packet, across the linear part and fragments.</summary>
    internal void CopyTo(int offset, Span<byte> destination)
    {
        int linear = Math.Clamp(LinearLength - offset, 0, destination.Length);
        LinearSpan(offset, linear).CopyTo(destination);
        destination = destination[linear..];
        int skip = offset + linear - LinearLength;
        foreach (ref readonly Fragment fragment in _fragments.AsSpan())
        {
            if (destination.IsEmpty)
                break;
            if (skip >= fragment.Length)
            {
                skip -= fragment.Length;
                continue;
            }

            int count = Math.Min(fragment.Length - skip, destination.Length);
            fragment.Span.Slice(skip, count).CopyTo(destination);
            destination = destination[count..];
            skip = 0;
        }
    }

    /// <summary>Writes bytes inside the packet. The kernel makes all bytes up to the last written one linear first.</summary>
    internal int StoreBytes(int offset, ReadOnlySpan<byte> source, ulong flags)
    {
        if ((flags & ~(BpfConstants.BPF_F_RECOMPUTE_CSUM | BpfConstants.BPF_F_INVALIDATE_HASH)) != 0)
            return -Errno.EINVAL;

        Pull(offset + source.Length);
        Span<byte> destination = LinearSpan(offset, source.Length);
        bool adjustsChecksum = (flags & BpfConstants.BPF_F_RECOMPUTE_CSUM) != 0;
        if (adjustsChecksum && Checksum is { } before)
            Checksum = InternetChecksum.Subtract(before, InternetChecksum.Sum(destination, offset));
        source.CopyTo(destination);
        if (adjustsChecksum && Checksum is { } without)
            Checksum = InternetChecksum.Add(without, InternetChecksum.Sum(destination, offset));
        if ((flags & BpfConstants.BPF_F_INVALIDATE_HASH) != 0)
            Hash = 0;
        return 0;
    }

    /// <summary>Points directly to linear bytes, or to a copy in the buffer; null when neither is possible.</summary>
    internal Slice Slice(int offset, Span<byte> buffer, int length)
    {
        var lifetime = new Lifetime(in _sliceGeneration);
        if (offset + length <= LinearLength)
            return new Slice(ref MemoryMarshal.GetReference(LinearSpan(offset, length)), length, lifetime);
        if (buffer.IsEmpty)
            return default;
        CopyTo(offset, buffer[..length]);
        return new Slice(ref buffer[0], length, lifetime);
    }

    /// <summary>Ends the life of all slices of the packet.</summary>
    internal void InvalidateSlices() => _sliceGeneration++;

    private Span<byte> LinearSpan(int offset, int length) => _linear.AsSpan(_start + offset, length);

    private void Pull(int end)
    {
        int missing = end - LinearLength;
        for (int i = 0; missing > 0; i++)
        {
            ref Fragment fragment = ref _fragments[i];
            int count = Math.Min(missing, fragment.Length);
            fragment.Span[..count].CopyTo(_linear.AsSpan(_linearEnd));
            fragment.RemoveFirst(count);
            _linearEnd += count;
            missing -= count;
        }
    }
}
