using Dynptrs;

namespace Tour;

/// <summary>A record of the ring buffer: 32 bytes.</summary>
[BpfStruct]
public partial struct Sample
{
    /// <summary>The process.</summary>
    public int Pid;

    /// <summary>A sequence number.</summary>
    public int Seq;

    /// <summary>Any value.</summary>
    public long Value;

    /// <summary>The name of the task.</summary>
    public Comm Comm;
}
