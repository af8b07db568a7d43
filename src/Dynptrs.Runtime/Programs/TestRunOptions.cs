namespace Dynptrs;

/// <summary>How a program is run on a packet.</summary>
public sealed class TestRunOptions
{
    internal static readonly TestRunOptions Default = new();

    /// <summary>How often the program runs, each time on what the previous run left of the packet; 0 is once, too.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>
    /// How many bytes are linear, with those of the metadata, if there is room in a page for so many: the <c>data_end</c> of the context
    /// that user space gives; <see langword="null"/> for as many as there is room for. A socket buffer has no fewer than an Ethernet
    /// header, and 0 says nothing for it.
    /// </summary>
    public int? LinearLength { get; init; }

    /// <summary>
    /// How many bytes of the input are metadata, for an XDP program: the <c>data</c> of the context that user space gives.
    /// </summary>
    public int MetadataLength { get; init; }

    /// <summary>
    /// The network that the packet is in, for a program in process; <see langword="null"/> for the loopback interface alone. In the kernel it
    /// is that of the process.
    /// </summary>
    public PacketNetwork? Network { get; init; }

    /// <summary>The number of the network interface that the packet is on, for a program in process.</summary>
    public uint InterfaceIndex { get; init; } = PacketNetwork.LoopbackIndex;
}
