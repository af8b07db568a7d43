namespace Dynptrs;

public sealed partial class SkBuff
{
    /// <summary>
    /// The first byte of the packet, <c>skb-&gt;data</c>. What is reached through it must be compared with <see cref="DataEnd"/> first.
    /// Some program types may only read through it; the verifier sees to that.
    /// </summary>
    /// <exception cref="DynptrException">Programs of this type reach no packets through pointers.</exception>
    [KernelField("__sk_buff", "data")]
    [PacketData("skb", WriteProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT", "SK_SKB"])]
    public PacketPointer Data => Point(PacketEdge.Data, _buffer.Start);

    /// <summary>
    /// The end of the linear part of the packet, <c>skb-&gt;data_end</c>. Nothing is reached through it. <see cref="PullData"/> makes more
    /// bytes linear.
    /// </summary>
    /// <exception cref="DynptrException">Programs of this type reach no packets through pointers.</exception>
    [KernelField("__sk_buff", "data_end")]
    [PacketEnd("skb")]
    public PacketPointer DataEnd => Point(PacketEdge.End, _buffer.End);

    /// <summary>
    /// The first byte of the metadata in front of the packet, <c>skb-&gt;data_meta</c>. What is reached through it must be compared with
    /// <see cref="Data"/> first.
    /// </summary>
    /// <exception cref="DynptrException">Programs of this type reach no metadata through pointers.</exception>
    [KernelField("__sk_buff", "data_meta")]
    [PacketMetadata("skb", WriteProgramTypes = ["SCHED_CLS", "SCHED_ACT"])]
    public PacketPointer DataMeta => Point(PacketEdge.Metadata, _buffer.Start - _buffer.MetadataLength);

    private PacketPointer Point(PacketEdge edge, int position)
    {
        if (!(edge == PacketEdge.Metadata ? ProgramType.MayReachMetadata() : ProgramType.MayReachPackets()))
            Throw.NoDirectAccess(ProgramType);
        return new PacketPointer(_buffer, edge, position);
    }
}
