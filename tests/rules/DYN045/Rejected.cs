using Dynptrs;

namespace Rules.DYN045;

internal static class Programs
{
    [BpfProgram("fenty/do_nanosleep")] // expect DYN045
    public static int Run(TracepointContext ctx) => 0;
}
