using Dynptrs;

namespace Rules.DYN057;

[BpfStruct]
public partial struct Header
{
    [BitField("Length", 4), BitField("Version", 4)]
    private byte _first;
}
