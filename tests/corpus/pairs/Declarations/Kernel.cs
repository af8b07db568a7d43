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

    [BpfHelper("bpf_task_from_pid", Since = "6.2", GplOnly = true, Summary = "Takes a reference to a task, or answers null.")]
    [return: Acquires("struct task_struct"), MayBeNull]
    public static KernelTask? bpf_task_from_pid(int id) => null;

    [BpfHelper("bpf_task_acquire", Since = "6.2", GplOnly = true, Summary = "Takes a further reference to a task, or answers null.")]
    [return: Acquires("struct task_struct"), MayBeNull]
    public static KernelTask? bpf_task_acquire([Trusted(OrRcu = true)] KernelTask task) => null;

    [BpfHelper("bpf_task_release", Since = "6.2", GplOnly = true, Summary = "Gives a task back.")]
    public static void bpf_task_release([Trusted, Releases("struct task_struct")] KernelTask task)
    {
    }

    [BpfHelper("bpf_task_acquire", Since = "6.2", GplOnly = true, Summary = "Takes a further reference to a task, or answers null.")]
    [return: Acquires("struct task_struct"), MayBeNull]
    public static TaskFields? bpf_task_acquire([Trusted(OrRcu = true)] TaskFields task) => null;

    [BpfHelper("bpf_task_release", Since = "6.2", GplOnly = true, Summary = "Gives a task back.")]
    public static void bpf_task_release([Trusted, Releases("struct task_struct")] TaskFields task)
    {
    }

    [BpfHelper("bpf_get_task_exe_file", Since = "6.12", GplOnly = true, ProgramTypes = ["LSM"],
        Summary = "Takes a reference to the executable of a task, or answers null.")]
    [return: Acquires("struct file"), MayBeNull]
    public static KernelFile? bpf_get_task_exe_file([Trusted] TaskFields task) => null;
}
