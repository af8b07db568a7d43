using Dynptrs;

namespace Rejected;

[BpfStruct]
public partial struct Counter
{
    public ulong Packets;

    public ulong Bytes;
}
