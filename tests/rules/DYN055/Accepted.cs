using Dynptrs;

namespace Rules.DYN055;

[BpfStruct]
public partial struct Key
{
    public byte Kind;
    [Padding] private byte _padding1;
    [Padding] private ushort _padding2;
    public uint Address;
}
