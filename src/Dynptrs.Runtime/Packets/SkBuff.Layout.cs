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

        Push(offset: 0, (int)length);
        _macHeader = _buffer.Start;
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
        if (flags != 0 || length > MaxChangedLength || (int)length < (_transportHeader ?? _networkHeader) - _buffer.Start)
            return -Errno.EINVAL;
        if (IsEncapsulated)
            return -Errno.ENOTSUPP;

        var before = Length;
        _buffer.Pull(before);
        if (length == before)
            return 0;
        var grown = (int)length - before;
        if (grown > 0)
            MoveHeaders(_buffer.Reserve(headroom: 0, grown));
        _buffer.End += grown;
        if (grown > 0)
            _buffer.LinearSpan(before, grown).Clear();
        Checksum = null;
        return 0;
    }

    /// <summary>Makes room for zeroes behind the first bytes, which move to the front with the metadata. No header is moved.</summary>
    private void Push(int offset, int length)
    {
        MoveHeaders(_buffer.Reserve(MetadataLength + length, tailroom: 0));
        if (offset > LinearLength)
            _buffer.Pull(offset);
        var start = _buffer.Start - length;
        MoveMetadata(start);
        _buffer.Start = start;
        _buffer.LinearSpan(length, offset).CopyTo(_buffer.LinearSpan(0, offset));
        _buffer.LinearSpan(offset, length).Clear();
    }

    /// <summary>Takes bytes out behind the first ones, which move to the back with the metadata. No header is moved.</summary>
    /// <returns>Whether the packet has so many bytes.</returns>
    private bool TryPop(int offset, int length)
    {
        if (offset + length > Length)
            return false;
        _buffer.Pull(offset + length);
        if (Checksum is { } sum)
            Checksum = InternetChecksum.Subtract(sum, InternetChecksum.Sum(_buffer.LinearSpan(offset, length), 0));
        _buffer.LinearSpan(0, offset).CopyTo(_buffer.LinearSpan(length, offset));
        MoveMetadata(_buffer.Start + length);
        _buffer.Start += length;
        return true;
    }

    // Metadata that does not end at the packet's start is dropped.
    private void MoveMetadata(int start)
    {
        if (_buffer.MetadataEnd != _buffer.Start)
            _buffer.MetadataLength = 0;
        _buffer.MoveMetadata(start);
    }

    private void MoveHeaders(int by)
    {
        _macHeader += by;
        _networkHeader += by;
        _transportHeader += by;
    }
}
