using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN019;

internal static class Programs
{
    private static readonly ArrayMap<Budget> Budgets = new(maxEntries: 1);

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        MapValue<Budget> budget = bpf_map_lookup_elem(Budgets, 0);
        if (!budget)
            return 0;
        budget.Value.Left = 0;
        return 0;
    }

    private struct Budget
    {
        public BpfSpinLock Lock;
        public int Left;
    }
}
