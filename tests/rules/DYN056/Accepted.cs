using Dynptrs;

namespace Rules.DYN056;

[BpfStruct]
public partial struct Event
{
    public ulong Name;
}
