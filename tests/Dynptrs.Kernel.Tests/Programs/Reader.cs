namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>Programs that read the task that runs them.</summary>
[BpfObject(License = "GPL")]
internal static partial class Reader
{
    public static ulong Ids;
    public static int Pid;
    public static int Tgid;
    public static int Leader;
    public static TaskName Name;
    public static ulong CodeSize;
    public static ulong Runtime;
    public static int PidAtAddress;
    public static int CopiedPid;
    public static int CopiedLeader;
    public static TaskName CopiedName;
    public static int NothingRead;
    public static int NothingCopied;

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnCall(TracepointContext ctx)
    {
        var task = KernelTask.Current.As<TaskFields>();
        Ids = CurrentTask.GetPidTgid();
        (Pid, Tgid, Leader) = (task.Pid, task.Tgid, task.GroupLeader.Pid);
        Name = task.Comm;
        Runtime = task.Runtime;
        if (task.Mm is { } memory)
            CodeSize = memory.EndCode - memory.StartCode;
        return Name[0];
    }

    [BpfProgram("raw_tp/sys_exit")]
    public static int AtAddress(TracepointContext ctx)
    {
        var address = (nuint)KernelTask.CurrentAddress;
        PidAtAddress = KernelMemory.Cast<TaskFields>(address).Pid;
        NothingRead = KernelMemory.Cast<TaskFields>(16).Pid;
        var copied = ProbeMemory.At<CopiedTask>(address);
        CopiedPid = copied.Pid;
        CopiedName = copied.Comm;
        if (copied.GroupLeader is { } leader)
            CopiedLeader = leader.Pid;
        NothingCopied = ProbeMemory.At<CopiedTask>(16).Pid;
        return 0;
    }
}
