using Dynptrs;

namespace WhoStartsWhat;

/// <summary>What stands before the texts of a record.</summary>
[BpfStruct]
public partial struct StartHeader
{
    /// <summary>The process that is another program now.</summary>
    public int ProcessId;

    /// <summary>How many arguments follow the path.</summary>
    public int ArgumentCount;

    /// <summary>Who made the process; zeroes where that was before anyone watched.</summary>
    public Starter Starter;
}
