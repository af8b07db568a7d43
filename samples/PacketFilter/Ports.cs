using Dynptrs;

namespace PacketFilter;

/// <summary>The ports, with which the headers of TCP and UDP begin.</summary>
[BpfStruct]
internal partial struct Ports
{
    [NetworkOrder]
    private ushort _source;

    [NetworkOrder]
    private ushort _destination;
}
