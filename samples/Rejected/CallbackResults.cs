using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class CallbackResults
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int StopsWithTwo(TracepointContext ctx)
    {
        var rounds = 0;
        bpf_loop(10, Count, ref rounds, 0);
        return 0;
    }

    private static int Count(uint index, ref int rounds)
    {
        rounds++;
        return 2; // expect DYN014
    }
}
