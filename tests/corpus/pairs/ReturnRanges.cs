using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class ReturnRanges
{
    [BpfProgram("fexit/bpf_fentry_test1")]
    public static int fexit_returns_a_number_that_varies(TracepointContext ctx) => /*!DYN015*/(int)bpf_get_prandom_u32()/*!*/;

    [BpfProgram("tc")]
    public static int traffic_control_returns_a_number_that_varies(SkBuff skb) => (int)bpf_get_prandom_u32();

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_two_bits(SkBuff skb) => (int)(bpf_get_prandom_u32() & 3);

    [BpfProgram("cgroup_skb/ingress")]
    public static int cgroup_skb_returns_two_bits_at_ingress(SkBuff skb) => /*!DYN015*/(int)(bpf_get_prandom_u32() & 3)/*!*/;

    [BpfProgram("cgroup_skb/ingress")]
    public static int cgroup_skb_returns_what_is_left_of_a_test(SkBuff skb)
    {
        uint any = bpf_get_prandom_u32();
        if (any > 1)
            return 1;
        return (int)any;
    }

    [BpfProgram("lsm/file_open")]
    public static int lsm_returns_an_errno(TracepointContext ctx) => -Errno.EPERM;

    [BpfProgram("lsm/file_open")]
    public static int lsm_returns_what_a_function_answers(TracepointContext ctx) =>
        /*!DYN015*/lsm_returns_what_a_function_answers__answer(bpf_get_prandom_u32())/*!*/;

    private static int lsm_returns_what_a_function_answers__answer(uint any) => any > 3 ? -4096 : 0;

    [BpfProgram("lsm/task_free")]
    public static int lsm_returns_anything_of_a_hook_without_answer(TracepointContext ctx) => (int)bpf_get_prandom_u32();

    [BpfProgram("lsm/inode_xattr_skipcap")]
    public static int lsm_returns_a_negative_number_of_a_predicate(TracepointContext ctx) => /*!DYN015*/-1/*!*/;

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_what_a_call_gave(SkBuff skb)
    {
        uint any = bpf_get_prandom_u32();
        return any < 4 ? /*!DYN015*/(int)any/*!*/ : 0;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_what_a_call_gave_and_more(SkBuff skb)
    {
        uint any = bpf_get_prandom_u32() + 1;
        return any < 4 ? (int)any : 0;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_what_a_method_gave(SkBuff skb)
    {
        uint any = cgroup_skb_returns_what_a_method_gave__any();
        return any < 4 ? /*!DYN015*/(int)any/*!*/ : 0;
    }

    private static uint cgroup_skb_returns_what_a_method_gave__any() => bpf_get_prandom_u32();

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_what_a_method_was_given(SkBuff skb) =>
        cgroup_skb_returns_what_a_method_was_given__small(bpf_get_prandom_u32());

    private static int cgroup_skb_returns_what_a_method_was_given__small(uint any) => any < 4 ? (int)any : 0;

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_what_an_inlined_method_was_given(SkBuff skb) =>
        /*!DYN015*/cgroup_skb_returns_what_an_inlined_method_was_given__small(bpf_get_prandom_u32())/*!*/;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int cgroup_skb_returns_what_an_inlined_method_was_given__small(uint any) => any < 4 ? (int)any : 0;

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_a_tested_time(SkBuff skb)
    {
        ulong any = bpf_ktime_get_ns();
        return any < 4 ? (int)any : 0;
    }
}
