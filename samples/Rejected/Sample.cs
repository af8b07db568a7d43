namespace Rejected;

public struct Sample
{
    public int Pid;

    public int Seq;
}
