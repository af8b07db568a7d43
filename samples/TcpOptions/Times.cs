using Dynptrs;

namespace TcpOptions;

/// <summary>The value of <see cref="OptionKind.Timestamps"/>.</summary>
[BpfStruct]
internal partial struct Times
{
    [NetworkOrder]
    private uint _sender;

    [NetworkOrder]
    private uint _echo;
}
