using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

[BpfObject(License = "Proprietary")]
internal static partial class Licences
{
    private static ulong total;

    [BpfProgram("tc")]
    public static int kfunc_without_a_compatible_licence(SkBuff skb)
    {
        /*!DYN024*/bpf_dynptr_from_skb(skb, 0, out Dynptr ptr)/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int restricted_helper_without_a_compatible_licence(SkBuff skb)
    {
        total = /*!DYN024*/bpf_get_current_task()/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int open_helper_without_a_compatible_licence(SkBuff skb)
    {
        total = bpf_ktime_get_ns();
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int /*!DYN024*/hook_without_a_compatible_licence/*!*/(TracepointContext ctx)
    {
        total++;
        return 0;
    }

    [BpfProgram("fentry/bpf_fentry_test1")]
    public static int tracing_without_a_compatible_licence(TracepointContext ctx)
    {
        total++;
        return 0;
    }
}
