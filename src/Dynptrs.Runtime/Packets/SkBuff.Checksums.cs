using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

public sealed partial class SkBuff
{
    private const ulong SizeMask = 0xf;
    private const ulong TransportFlags =
        SizeMask
        | BpfConstants.BPF_F_PSEUDO_HDR
        | BpfConstants.BPF_F_MARK_MANGLED_0
        | BpfConstants.BPF_F_MARK_ENFORCE
        | BpfConstants.BPF_F_IPV6;

    // What stands for a sum of 0 where 0 says that there is no sum.
    private const ushort MangledZero = 0xffff;

    /// <summary>
    /// Changes the checksum of a network header for a field that was changed from one value to another. Slices of the packet are dead after
    /// the call, whatever it returns.
    /// </summary>
    /// <param name="offset">Where the checksum is, in bytes from the start of the packet.</param>
    /// <param name="from">The old value of the field, in network order; 0 where <paramref name="to"/> is a difference.</param>
    /// <param name="to">
    /// The new value of the field, in network order; or a difference that <see cref="BpfChecksum.Difference"/> gave.
    /// </param>
    /// <param name="size">The size of the field in bytes, 2 or 4; 0 for a difference.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a size above 15; <c>-EFAULT</c> for an offset that is odd, above 65535, or not in the packet; <c>-EINVAL</c>
    /// for another size, or for a difference together with an old value.
    /// </returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_l3_csum_replace", Id = 10, Since = "4.1", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"],
        Summary = "Changes the checksum of a network header for a changed field; packet slices are dead afterwards.")]
    public int ReplaceNetworkChecksum(uint offset, ulong from, ulong to, ulong size)
    {
        _buffer.EndSlices();
        if ((size & ~SizeMask) != 0)
            return -Errno.EINVAL;
        if (!TryReachChecksum(offset, out var sum))
            return -Errno.EFAULT;
        switch (size)
        {
            case 0 when from == 0:
                sum[0] = InternetChecksum.ReplaceByDifference(sum[0], (uint)to);
                return 0;
            case sizeof(ushort):
                sum[0] = InternetChecksum.Replace(sum[0], (ushort)from, (ushort)to);
                return 0;
            case sizeof(uint):
                sum[0] = InternetChecksum.Replace(sum[0], (uint)from, (uint)to);
                return 0;
            default:
                return -Errno.EINVAL;
        }
    }

    /// <summary>
    /// Changes the checksum of a transport header for a field that was changed from one value to another. Slices of the packet are dead
    /// after the call, whatever it returns.
    /// </summary>
    /// <param name="offset">Where the checksum is, in bytes from the start of the packet.</param>
    /// <param name="from">The old value of the field, in network order; 0 where <paramref name="to"/> is a difference.</param>
    /// <param name="to">
    /// The new value of the field, in network order; or a difference that <see cref="BpfChecksum.Difference"/> gave.
    /// </param>
    /// <param name="flags">
    /// The size of the field in bytes, 2 or 4, or 0 for a difference; with <see cref="BpfConstants.BPF_F_PSEUDO_HDR"/> for a field of the
    /// pseudo-header, <see cref="BpfConstants.BPF_F_MARK_MANGLED_0"/> and <see cref="BpfConstants.BPF_F_MARK_ENFORCE"/> for UDP, where a
    /// checksum of 0 is none, and <see cref="BpfConstants.BPF_F_IPV6"/>.
    /// </param>
    /// <returns>
    /// 0, also where there is no checksum to change; <c>-EINVAL</c> for other flags; <c>-EFAULT</c> for an offset that is odd, above 65535,
    /// or not in the packet; <c>-EINVAL</c> for another size, or for a difference together with an old value.
    /// </returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_l4_csum_replace", Id = 11, Since = "4.1", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"],
        Summary = "Changes the checksum of a transport header for a changed field; packet slices are dead afterwards.")]
    public int ReplaceTransportChecksum(uint offset, ulong from, ulong to, [FlagsOf(typeof(ChecksumFlags))] ulong flags)
    {
        _buffer.EndSlices();
        if ((flags & ~TransportFlags) != 0)
            return -Errno.EINVAL;
        if (!TryReachChecksum(offset, out var sum))
            return -Errno.EFAULT;

        var marksZero = (flags & BpfConstants.BPF_F_MARK_MANGLED_0) != 0;
        if (marksZero && (flags & BpfConstants.BPF_F_MARK_ENFORCE) == 0 && sum[0] == 0)
            return 0;
        var isPseudoHeader = (flags & BpfConstants.BPF_F_PSEUDO_HDR) != 0;
        switch (flags & SizeMask)
        {
            case 0 when from == 0:
                sum[0] = InternetChecksum.ReplaceByDifference(sum[0], (uint)to);
                if (isPseudoHeader && (flags & BpfConstants.BPF_F_IPV6) == 0)
                    FollowPseudoHeader(0, (uint)to);
                break;
            case sizeof(ushort):
                Replace(sum, (ushort)from, (ushort)to, isPseudoHeader);
                break;
            case sizeof(uint):
                Replace(sum, (uint)from, (uint)to, isPseudoHeader);
                break;
            default:
                return -Errno.EINVAL;
        }

        if (marksZero && sum[0] == 0)
            sum[0] = MangledZero;
        return 0;
    }

    /// <summary>Adds a difference to the sum that the receiving device computed, after the packet was written directly.</summary>
    /// <param name="difference">The difference, which <see cref="BpfChecksum.Difference"/> gave.</param>
    /// <returns>The new sum; <c>-ENOTSUPP</c> when the device gave none, <see cref="Checksum"/>.</returns>
    /// <remarks>Of the sums that are equal as sums of 16 bits, the kernel may give another one.</remarks>
    [Trusted]
    [BpfHelper("bpf_csum_update", Id = 40, Since = "4.9", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"],
        Summary = "Adds a difference to the sum over a packet that its device computed.")]
    public long UpdateChecksum(uint difference)
    {
        if (Checksum is not { } sum)
            return -Errno.ENOTSUPP;
        var updated = InternetChecksum.Add((uint)NetworkOrder(sum), difference);
        Checksum = InternetChecksum.ToNetworkOrder(updated);
        return updated;
    }

    /// <summary>
    /// Asks or changes how many checksums of the packet are known to be right, <see cref="ChecksumLevel"/>: for headers that were added or
    /// removed.
    /// </summary>
    /// <param name="level">
    /// <see cref="BpfConstants.BPF_CSUM_LEVEL_QUERY"/>, <see cref="BpfConstants.BPF_CSUM_LEVEL_INC"/>,
    /// <see cref="BpfConstants.BPF_CSUM_LEVEL_DEC"/> or <see cref="BpfConstants.BPF_CSUM_LEVEL_RESET"/>.
    /// </param>
    /// <returns>0, or what was asked for; <c>-EACCES</c> when none is known to be right; <c>-EINVAL</c> for something else.</returns>
    [Trusted]
    [BpfHelper("bpf_csum_level", Id = 135, Since = "5.7", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"],
        Summary = "Asks or changes how many checksums of a packet are known to be right.")]
    public int ChangeChecksumLevel([FlagsOf(typeof(ChecksumLevelChange))] ulong level)
    {
        switch (level)
        {
            case BpfConstants.BPF_CSUM_LEVEL_QUERY:
                return ChecksumLevel ?? -Errno.EACCES;
            case BpfConstants.BPF_CSUM_LEVEL_INC when Checksum is null:
                ChecksumLevel = Math.Min((ChecksumLevel ?? -1) + 1, MaxChecksumLevel);
                return 0;
            case BpfConstants.BPF_CSUM_LEVEL_DEC:
                ChecksumLevel = ChecksumLevel is > 0 and var known ? known - 1 : null;
                return 0;
            case BpfConstants.BPF_CSUM_LEVEL_RESET:
                ChecksumLevel = null;
                return 0;
            default:
                return level == BpfConstants.BPF_CSUM_LEVEL_INC ? 0 : -Errno.EINVAL;
        }
    }

    private void Replace(Span<ushort> sum, uint from, uint to, bool isPseudoHeader)
    {
        sum[0] = InternetChecksum.Replace(sum[0], from, to);
        if (isPseudoHeader)
            FollowPseudoHeader(from, to);
    }

    // A field of the pseudo-header is not in the packet, so the sum over the packet changes with the checksum that covers it.
    private void FollowPseudoHeader(uint from, uint to)
    {
        if (Checksum is not { } sum)
            return;
        sum = InternetChecksum.Add(sum, InternetChecksum.ToNetworkOrder(from));
        Checksum = InternetChecksum.Subtract(sum, InternetChecksum.ToNetworkOrder(to));
    }

    private bool TryReachChecksum(uint offset, out Span<ushort> sum)
    {
        sum = default;
        if (offset > ushort.MaxValue || uint.IsOddInteger(offset) || !_buffer.Contains(offset, sizeof(ushort)))
            return false;
        _buffer.Pull((int)offset + sizeof(ushort));
        sum = MemoryMarshal.Cast<byte, ushort>(_buffer.LinearSpan((int)offset, sizeof(ushort)));
        return true;
    }
}
