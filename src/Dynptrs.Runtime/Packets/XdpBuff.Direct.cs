namespace Dynptrs;

public sealed partial class XdpBuff
{
    /// <summary>
    /// The first byte of the packet, <c>ctx-&gt;data</c>. What is reached through it must be compared with <see cref="DataEnd"/> first.
    /// </summary>
    [KernelField("xdp_md", "data")]
    [PacketData("xdp", WriteProgramTypes = ["XDP"])]
    public PacketPointer Data => new(_buffer, PacketEdge.Data, _buffer.Start);

    /// <summary>The end of the linear part of the packet, <c>ctx-&gt;data_end</c>. Nothing is reached through it.</summary>
    [KernelField("xdp_md", "data_end")]
    [PacketEnd("xdp")]
    public PacketPointer DataEnd => new(_buffer, PacketEdge.End, _buffer.End);

    /// <summary>
    /// The first byte of the metadata in front of the packet, <c>ctx-&gt;data_meta</c>. What is reached through it must be compared with
    /// <see cref="Data"/> first. Where the driver gives metadata no room, it lies behind <see cref="Data"/>.
    /// </summary>
    [KernelField("xdp_md", "data_meta")]
    [PacketMetadata("xdp", WriteProgramTypes = ["XDP"])]
    public PacketPointer DataMeta =>
        new(_buffer, PacketEdge.Metadata, _supportsMetadata ? _buffer.Start - _buffer.MetadataLength : _buffer.Start + 1L);
}
