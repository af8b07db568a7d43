namespace Rejected;

internal struct Sample
{
    public int Pid;

    public int Seq;
}
