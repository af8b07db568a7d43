namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>A program that takes what the host gives.</summary>
[BpfObject(License = "GPL")]
internal static partial class Drain
{
    public static readonly UserRingBuf Commands = new(maxEntries: 4096);
    public static int Sum;

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnCall(TracepointContext ctx) => Commands.Drain(static (ref sample) =>
    {
        if (sample.Read(out int value) == 0)
            Sum += value;
        return 0;
    }, 0);
}
