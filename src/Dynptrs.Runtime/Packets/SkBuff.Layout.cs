namespace Dynptrs;

public sealed partial class SkBuff
{
    /// <summary>Makes the first bytes of the packet linear. Slices of the packet are dead after the call, whatever it returns.</summary>
    /// <param name="length">How many bytes; 0 for those that are linear already.</param>
    /// <returns>0; <c>-ENOMEM</c> when the packet is shorter.</returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_pull_data", Id = 39,
        Since = "4.9", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "SK_SKB", "LWT_IN", "LWT_OUT", "LWT_XMIT"],
        Summary = "Makes the first bytes of a packet linear; packet slices are dead afterwards.")]
    public int PullData(uint length)
    {
        _buffer.EndSlices();
        if (length > (uint)Length)
            return -Errno.ENOMEM;
        _buffer.Pull((int)length);
        return 0;
    }

    /// <summary>
    /// Adds zeroes in front of the packet, for a new header. The metadata moves along. Slices of the packet are dead after the call,
    /// whatever it returns; dynptrs keep their size, and count from the new start.
    /// </summary>
    /// <param name="length">How many bytes.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>0; <c>-EINVAL</c> for flags, a length above 2147483647, or a packet above <see cref="MaxChangedLength"/> bytes.</returns>
    /// <remarks>
    /// The metadata of a packet whose Ethernet header the program does not see is dropped, as the kernel does where it does not end at the
    /// packet's start.
    /// </remarks>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_change_head", Id = 43, Since = "4.10", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "SK_SKB", "LWT_XMIT"],
        Summary = "Adds zeroes in front of a packet; packet slices are dead afterwards.")]
    public int ChangeHead(uint length, [InRange(0, 0)] ulong flags = 0)
    {
        _buffer.EndSlices();
        if (flags != 0 || (int)length < 0 || (uint)Length + length > MaxChangedLength)
            return -Errno.EINVAL;

        _networkHeader += _buffer.Reserve(MetadataLength + (int)length, tailroom: 0);
        var start = _buffer.Start - (int)length;
        if (_buffer.MetadataEnd != _buffer.Start)
            _buffer.MetadataLength = 0;
        _buffer.MoveMetadata(start);
        _buffer.Start = start;
        _buffer.LinearSpan(0, (int)length).Clear();
        return 0;
    }

    /// <summary>
    /// Cuts the packet off or adds zeroes behind it, and makes all of it linear. Slices of the packet are dead after the call, whatever it
    /// returns; dynptrs keep their size, and what they reach behind the new end answers <c>-EFAULT</c>.
    /// </summary>
    /// <param name="length">The new length in bytes.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for flags, for more than <see cref="MaxChangedLength"/> bytes, or where less than the headers in front of the
    /// network's would be left; <c>-ENOTSUPP</c> for an encapsulated packet.
    /// </returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_change_tail", Id = 38, Since = "4.9", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "SK_SKB", "LWT_XMIT"],
        Summary = "Cuts a packet off or adds zeroes behind it; packet slices are dead afterwards.")]
    public int ChangeTail(uint length, [InRange(0, 0)] ulong flags = 0)
    {
        _buffer.EndSlices();
        if (flags != 0 || length > MaxChangedLength || (int)length < _networkHeader - _buffer.Start)
            return -Errno.EINVAL;
        if (IsEncapsulated)
            return -Errno.ENOTSUPP;

        var before = Length;
        _buffer.Pull(before);
        if (length == before)
            return 0;
        var grown = (int)length - before;
        if (grown > 0)
            _networkHeader += _buffer.Reserve(headroom: 0, grown);
        _buffer.End += grown;
        if (grown > 0)
            _buffer.LinearSpan(before, grown).Clear();
        Checksum = null;
        return 0;
    }
}
