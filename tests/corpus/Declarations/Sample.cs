using Dynptrs;

namespace Corpus;

/// <summary>What the programs put into records.</summary>
[BpfStruct]
internal partial struct Sample
{
    public int pid;
    public int seq;
    public long value;
    public Comm comm;
}
