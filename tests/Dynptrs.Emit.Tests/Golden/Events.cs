using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Golden.Events.Bpf;

namespace Golden.Events;

[BpfHelpers]
internal static partial class Bpf;

[InlineArray(16)]
internal struct TaskName
{
    private byte _first;
}

[InlineArray(3)]
internal struct OpenArguments
{
    private ulong _first;
}

/// <summary>The format of <c>sched_waking</c>.</summary>
[KernelStruct("trace_event_raw_sched_waking", IsContext = true)]
internal sealed class WakingEvent
{
    [KernelField(Offset = 28)]
    public int Prio { get; init; }

    [KernelField(Offset = 8)]
    public TaskName Comm { get; init; }
}

/// <summary>The format of a system call.</summary>
[KernelStruct("trace_event_raw_sys_enter_openat", IsContext = true)]
internal sealed class OpenEvent
{
    [KernelField(Name = "__syscall_nr", Offset = 8)]
    public int SyscallNr { get; init; }

    [KernelField(Offset = 16)]
    public OpenArguments Args { get; init; }
}

[BpfObject(License = "GPL")]
internal static partial class Listener
{
    public static TaskName Name;
    public static int Last;

    [BpfProgram("tp/sched/sched_waking")]
    public static int OnWaking(WakingEvent ctx)
    {
        Name = ctx.Comm;
        Last = ctx.Prio > 100 ? ctx.Prio : Last;
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_openat")]
    public static int OnOpen(OpenEvent ctx)
    {
        Span<byte> path = stackalloc byte[64];
        var args = ctx.Args;
        Last = ctx.SyscallNr;
        return bpf_probe_read_user_str(path, (nuint)args[1]);
    }
}
