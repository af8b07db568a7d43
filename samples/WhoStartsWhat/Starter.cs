using System.Runtime.CompilerServices;
using Dynptrs;

namespace WhoStartsWhat;

/// <summary>Who made a process.</summary>
[BpfStruct]
public partial struct Starter
{
    /// <summary>Its number.</summary>
    public int ProcessId;

    /// <summary>Its name, which a zero ends.</summary>
    public Name Command;

    /// <summary>The name of a task.</summary>
    [InlineArray(CurrentTask.CommandLength)]
    public struct Name
    {
        private byte _first;
    }
}
