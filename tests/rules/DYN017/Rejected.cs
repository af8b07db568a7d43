using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN017;

internal static class Programs
{
    private static ulong s_total;

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_rcu_read_lock();
        if (s_total > 100)
            return 0; // expect DYN017
        s_total++;
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int RunEach(TracepointContext ctx)
    {
        bpf_loop(4, Each, 0);
        return 0;
    }

    private static int Each(uint index)
    {
        bpf_rcu_read_lock();
        s_total++;
        return 0; // expect DYN017
    }
}
