using Dynptrs;

namespace Corpus.Pairs;

/// <summary>Kernel functions that the runtime does not have.</summary>
internal static class Kernel
{
    [BpfHelper("bpf_qdisc_skb_drop", Since = "6.16", ProgramTypes = ["STRUCT_OPS"], Summary = "Drops a packet.")]
    public static void bpf_qdisc_skb_drop([Trusted, Releases("struct sk_buff")] SkBuff packet, DroppedPackets dropped)
    {
    }

    [BpfHelper("bpf_kfree_skb", Since = "6.16", ProgramTypes = ["STRUCT_OPS"], Summary = "Frees a packet.")]
    public static void bpf_kfree_skb([Trusted, Releases("struct sk_buff")] SkBuff packet)
    {
    }

    [BpfHelper("bpf_rcu_read_lock", Since = "6.2", Summary = "Begins a read section.")]
    public static void bpf_rcu_read_lock()
    {
    }

    [BpfHelper("bpf_rcu_read_unlock", Since = "6.2", Summary = "Ends a read section.")]
    public static void bpf_rcu_read_unlock()
    {
    }

    [BpfHelper("bpf_preempt_disable", Since = "6.10", Summary = "Begins a section that is not preempted.")]
    public static void bpf_preempt_disable()
    {
    }

    [BpfHelper("bpf_preempt_enable", Since = "6.10", Summary = "Ends a section that is not preempted.")]
    public static void bpf_preempt_enable()
    {
    }

    [BpfHelper("bpf_spin_lock", Id = 93, Since = "5.1", Summary = "Takes a lock.")]
    public static void bpf_spin_lock(ref SpinLock held)
    {
    }

    [BpfHelper("bpf_spin_unlock", Id = 94, Since = "5.1", Summary = "Gives a lock up.")]
    public static void bpf_spin_unlock(ref SpinLock held)
    {
    }
}
