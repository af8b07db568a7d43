using System.Threading;
using static Dynptrs.Kernel.Tests.Programs.Bpf;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>A program that every system call runs.</summary>
[BpfObject(License = "GPL")]
internal static partial class Tracer
{
    public static readonly int Id = 7;
    public static int Watched;
    public static long Calls;
    public static ulong First;

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnSystemCall(TracepointContext ctx)
    {
        if ((int)(bpf_get_current_pid_tgid() >> 32) == Watched)
            Interlocked.Increment(ref Calls);
        First = ctx[0];
        return Id;
    }
}
