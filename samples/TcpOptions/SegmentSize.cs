using Dynptrs;

namespace TcpOptions;

/// <summary>The value of <see cref="OptionKind.MaxSegmentSize"/>.</summary>
[BpfStruct]
internal partial struct SegmentSize
{
    [NetworkOrder]
    private ushort _bytes;
}
