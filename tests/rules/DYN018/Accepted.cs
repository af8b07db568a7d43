using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN018;

internal static class Programs
{
    private static BpfSpinLock s_lock;

    private static ulong s_last;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        var now = bpf_ktime_get_ns();
        bpf_spin_lock(ref s_lock);
        s_last = now;
        bpf_spin_unlock(ref s_lock);
        return 0;
    }
}
