using static Dynptrs.Kernel.Tests.Programs.Bpf;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>Probes a function of the C library: what it is given, and what it returns.</summary>
[BpfObject(License = "GPL")]
internal static partial class Probe
{
    public static int Watched;
    public static long Which;
    public static uint Who;
    public static long Returned;
    public static ulong Function;
    public static ulong Stack;

    [BpfProgram("uprobe/libc.so.6:getpriority")]
    public static int OnCall(ProbeContext ctx)
    {
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Watched)
            return 0;
        Which = (int)ctx.Parameter1;
        Who = (uint)ctx.Parameter2;
        Function = ctx.InstructionPointer;
        Stack = ctx.StackPointer;
        return 0;
    }

    [BpfProgram("uretprobe/libc.so.6:getpriority")]
    public static int OnReturn(ProbeContext ctx)
    {
        if ((int)(bpf_get_current_pid_tgid() >> 32) == Watched)
            Returned = (int)ctx.ReturnValue;
        return 0;
    }
}
