using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class ReturnValues
{
    private static ulong total;

    [BpfProgram("fentry/bpf_fentry_test1")]
    public static int fentry_returns_one(TracepointContext ctx)
    {
        total++;
        return 1;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_five(SkBuff skb)
    {
        total++;
        return 5;
    }

    [BpfProgram("lsm/file_open")]
    public static int lsm_returns_a_positive_number(TracepointContext ctx)
    {
        total++;
        return 7;
    }
}
