using Dynptrs;

namespace Rejected;

[BpfStruct]
public partial struct Sample
{
    public int Pid;

    public int Seq;
}
