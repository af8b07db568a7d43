using Dynptrs;

namespace Rules.DYN047;

internal static class Programs
{
    [BpfProgram("fentry/do_nanosleep")]
    public static int Run(TracepointContext ctx) => 0;
}
