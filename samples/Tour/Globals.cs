using Dynptrs;

namespace Tour;

/// <summary>The global variables of the programs: what user space sets before a run and reads after it.</summary>
[BpfObject(License = "GPL")]
internal static partial class Globals
{
    /// <summary>The process that the programs act for; they ignore others.</summary>
    public static int Pid;

    /// <summary>0, or the number of the step that went wrong.</summary>
    public static int Err;

    /// <summary>A size that is not a constant.</summary>
    public static int Val;

    /// <summary>Sets the globals to what user space sets before each program.</summary>
    public static void Reset()
    {
        Pid = System.Environment.ProcessId;
        Err = 0;
        Val = 0;
    }
}
