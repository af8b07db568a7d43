using Dynptrs;

namespace Rules.DYN055;

[BpfStruct]
public partial struct Key
{
    public byte Kind;
    public uint Address; // expect DYN055
}
