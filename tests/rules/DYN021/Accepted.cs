using System;
using Dynptrs;

namespace Rules.DYN021;

internal static class Programs
{
    [BpfHelper("post_wait", Since = "5.10", Sleepable = true)]
    private static int Wait(ulong address) => throw new NotSupportedException();

    [BpfProgram("fentry.s/do_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        _ = Wait(ctx[0]);
        return 0;
    }
}
