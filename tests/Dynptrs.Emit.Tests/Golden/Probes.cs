using System;
using Dynptrs;
using static Golden.Probes.Bpf;

namespace Golden.Probes;

[BpfHelpers]
internal static partial class Bpf;

/// <summary>Registers of functions that are probed.</summary>
[BpfObject(License = "GPL")]
internal static partial class Probed
{
    public static ulong Total;

    [BpfProgram("kprobe/do_sys_openat2")]
    public static int OnOpen(ProbeContext ctx)
    {
        Span<byte> path = stackalloc byte[64];
        Total += (uint)ctx.Parameter1;
        return bpf_probe_read_user_str(path, (nuint)ctx.Parameter2);
    }

    [BpfProgram("uretprobe/libc.so.6:getpriority")]
    public static int OnReturn(ProbeContext ctx)
    {
        Total = (long)ctx.ReturnValue < 0 ? ctx.InstructionPointer : ctx.StackPointer;
        return 0;
    }
}
