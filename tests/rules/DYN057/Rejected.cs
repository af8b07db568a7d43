using Dynptrs;

namespace Rules.DYN057;

[BpfStruct]
public partial struct Header
{
    [BitField("Length", 4), BitField("Version", 5)] // expect DYN057
    private byte _first;
}
