namespace Dynptrs;

public sealed partial class XdpBuff
{
    /// <summary>
    /// Moves the start of the packet, with the metadata. New bytes are what was there before. Slices of the packet are dead after the call,
    /// whatever it returns.
    /// </summary>
    /// <param name="delta">By how many bytes; below 0 to make the packet longer.</param>
    /// <returns>0; <c>-EINVAL</c> when there is too little headroom, or when the linear part would have fewer than 14 bytes.</returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper(
        "bpf_xdp_adjust_head", Id = 44,
        Since = "4.10",
        ProgramTypes = ["XDP"],
        Summary = "Moves the start of a packet; packet slices are dead afterwards.")]
    public int AdjustHead(int delta)
    {
        _buffer.EndSlices();
        var start = (long)_buffer.Start + delta;
        if (start < FrameHeaderLength + MetadataLength || start > _buffer.End - SkBuff.EthernetHeaderLength)
            return -Errno.EINVAL;
        _buffer.MoveMetadata((int)start);
        _buffer.Start = (int)start;
        return 0;
    }

    /// <summary>
    /// Moves the end of the packet: of the last fragment, or of the linear part where there is none. New bytes are zeroes. Slices of the
    /// packet are dead after the call, whatever it returns.
    /// </summary>
    /// <param name="delta">By how many bytes; below 0 to make the packet shorter.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> when there is too little room behind the packet, or fewer than 14 bytes would be left; <c>-EOPNOTSUPP</c> when
    /// there are fragments to grow, whose size the driver does not say.
    /// </returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper(
        "bpf_xdp_adjust_tail", Id = 65,
        Since = "4.18",
        ProgramTypes = ["XDP"],
        Summary = "Moves the end of a packet; packet slices are dead afterwards.")]
    public int AdjustTail(int delta)
    {
        _buffer.EndSlices();
        if (_buffer.HasFragments)
            return delta < 0 ? CutTail(unchecked(-delta)) : GrowFragment(delta);

        var end = (long)_buffer.End + delta;
        if (end > _buffer.HardEnd || end < _buffer.Start + SkBuff.EthernetHeaderLength)
            return -Errno.EINVAL;
        if (delta > 0)
            _buffer.LinearSpan(LinearLength, delta).Clear();
        _buffer.End = (int)end;
        return 0;
    }

    /// <summary>
    /// Moves the start of the metadata. New bytes are what was there before. Slices of the packet are dead after the call, whatever it
    /// returns.
    /// </summary>
    /// <param name="delta">By how many bytes; below 0 to make the metadata longer.</param>
    /// <returns>
    /// 0; <c>-ENOTSUPP</c> when the driver has no room for metadata; <c>-EINVAL</c> when there is too little headroom, or too little
    /// metadata; <c>-EACCES</c> for a new length that is no multiple of 4, or above 252.
    /// </returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_xdp_adjust_meta", Id = 54, Since = "4.15", ProgramTypes = ["XDP"],
        Summary = "Moves the start of the metadata in front of a packet; packet slices are dead afterwards.")]
    public int AdjustMetadata(int delta)
    {
        _buffer.EndSlices();
        if (!_supportsMetadata)
            return -Errno.ENOTSUPP;
        var length = MetadataLength - (long)delta;
        if (length > _buffer.Start - FrameHeaderLength || length < 0)
            return -Errno.EINVAL;
        if (!PacketOptions.IsMetadataLength(length))
            return -Errno.EACCES;
        _buffer.MetadataLength = (int)length;
        return 0;
    }

    /// <summary>
    /// Makes the first bytes of the packet linear, as far as there is room around the linear part. Slices of the packet are dead after the
    /// call, whatever it returns.
    /// </summary>
    /// <param name="length">How many bytes.</param>
    /// <returns>0; <c>-EINVAL</c> when the packet is shorter, or there is too little room.</returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_xdp_pull_data", Since = "6.18", GplOnly = true, ProgramTypes = ["XDP"],
        Summary = "Makes the first bytes of a packet linear; packet slices are dead afterwards.")]
    public int PullData(uint length)
    {
        _buffer.EndSlices();
        if (length <= (uint)LinearLength)
            return 0;
        if (length > (uint)Length)
            return -Errno.EINVAL;

        var missing = (int)length - LinearLength;
        var headroom = _buffer.Start - MetadataLength - FrameHeaderLength;
        if (missing > Tailroom + headroom)
            return -Errno.EINVAL;
        if (missing > Tailroom)
            _buffer.ShiftDown(missing - Tailroom);
        _buffer.Pull((int)length);
        return 0;
    }

    // The least integer has no opposite: in the kernel, too, it cuts nothing off.
    private int CutTail(int count)
    {
        if (count > Length - SkBuff.EthernetHeaderLength)
            return -Errno.EINVAL;
        var left = _buffer.CutFragments(count);
        if (!_buffer.HasFragments)
            _buffer.End -= left;
        return 0;
    }

    private int GrowFragment(int count)
    {
        if (_fragmentSize == 0)
            return -Errno.EOPNOTSUPP;
        ref var last = ref _buffer.LastFragment;
        if (count > _fragmentSize - last.Start - last.Length)
            return -Errno.EINVAL;
        _buffer.GrowLastFragment(count);
        return 0;
    }
}
