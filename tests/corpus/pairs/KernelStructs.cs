using Dynptrs;
using static Corpus.Bpf;
using static Corpus.Pairs.Kernel;

namespace Corpus.Pairs;

internal static class KernelStructs
{
    private static ulong sum;

    [BpfProgram("tp_btf/sched_process_exec")]
    public static int field_of_a_trusted_task(TaskFields task, int old)
    {
        sum = (ulong)task.Pid;
        return 0;
    }

    [BpfProgram("tp_btf/sched_process_exec")]
    public static int field_of_a_trusted_task_written(TaskFields task, int old)
    {
        /*!DYN023*/task.Pid = 1/*!*/;
        return 0;
    }

    [BpfProgram("tp_btf/sched_process_exec")]
    public static int field_of_a_read_object_written(TaskFields task, int old)
    {
        /*!DYN023*/task.Mm!.StartCode = 1/*!*/;
        return 0;
    }

    [BpfProgram("raw_tp/sched_process_exec")]
    public static int field_of_the_current_task()
    {
        sum = (ulong)KernelTask.Current.As<TaskFields>().Pid;
        return 0;
    }

    [BpfProgram("tp_btf/sched_process_exec")]
    public static int fields_without_a_test(TaskFields task, int old)
    {
        sum = task.Mm!.ExeFile!.FInode.IIno;
        return 0;
    }

    [BpfProgram("tp_btf/sched_process_exec")]
    public static int fields_with_a_test(TaskFields task, int old)
    {
        if (task is { Mm.ExeFile.FInode.IIno: var number })
            sum = number;
        return 0;
    }

    [BpfProgram("fentry/security_inode_unlink")]
    public static int fields_of_what_a_function_was_called_with(InodeFields folder, DentryFields entry)
    {
        sum = entry.DInode!.IIno;
        return 0;
    }

    [BpfProgram("lsm/inode_unlink")]
    public static int trusted_or_null_without_a_test(InodeFields folder, DentryFields entry)
    {
        sum = /*!DYN006*/entry.DInode/*!*/!.IIno;
        return 0;
    }

    [BpfProgram("lsm/inode_unlink")]
    public static int trusted_or_null_with_a_test(InodeFields folder, DentryFields entry)
    {
        if (entry.DInode is { } inode)
            sum = inode.IIno;
        return 0;
    }

    [BpfProgram("lsm/inode_unlink")]
    public static int trusted_or_null_of_a_read_object(InodeFields folder, DentryFields entry)
    {
        sum = entry.DParent!.DInode!.IIno;
        return 0;
    }

    [BpfProgram("tp_btf/kfree_skb")]
    public static int rcu_or_null_without_a_test(PacketFields packet)
    {
        sum = /*!DYN006*/packet.Sk/*!*/!.Family;
        return 0;
    }

    [BpfProgram("tp_btf/kfree_skb")]
    public static int rcu_or_null_with_a_test(PacketFields packet)
    {
        if (packet.Sk is { } socket)
            sum = socket.Family;
        return 0;
    }

    [BpfProgram("iter/task")]
    public static int task_of_an_iterator_without_a_test(EachTask context)
    {
        sum = (ulong)/*!DYN006*/context.Task/*!*/!.Pid;
        return 0;
    }

    [BpfProgram("iter/task")]
    public static int task_of_an_iterator_with_a_test(EachTask context)
    {
        if (context.Task is { } task)
            sum = (ulong)task.Pid;
        return 0;
    }

    [BpfProgram("iter/task")]
    public static int task_of_an_iterator_kept(EachTask context)
    {
        if (context.Task is not { } task)
            return 0;
        var held = bpf_task_acquire(task);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int executable_of_the_current_task(KernelFile opened)
    {
        var file = bpf_get_task_exe_file(KernelTask.Current.As<TaskFields>());
        if (file is not null)
            bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int executable_of_a_task_of_rcu(KernelFile opened)
    {
        var file = bpf_get_task_exe_file(/*!DYN020*/KernelTask.Current.As<TaskFields>().RealParent/*!*/);
        if (file is not null)
            bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int executable_of_a_read_task(KernelFile opened)
    {
        var file = bpf_get_task_exe_file(/*!DYN020*/KernelTask.Current.As<TaskFields>().LastWakee/*!*/!);
        if (file is not null)
            bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int parent_kept(KernelFile opened)
    {
        var held = bpf_task_acquire(KernelTask.Current.As<TaskFields>().RealParent);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int parent_of_a_parent_kept(KernelFile opened)
    {
        var held = bpf_task_acquire(KernelTask.Current.As<TaskFields>().RealParent.RealParent);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int read_task_kept(KernelFile opened)
    {
        var held = bpf_task_acquire(/*!DYN020*/KernelTask.Current.As<TaskFields>().LastWakee/*!*/!);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int parent_of_a_read_task_kept(KernelFile opened)
    {
        var held = bpf_task_acquire(/*!DYN020*/KernelTask.Current.As<TaskFields>().LastWakee!.RealParent/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int parent_kept_in_a_program_that_sleeps(KernelFile opened)
    {
        var held = bpf_task_acquire(/*!DYN020*/KernelTask.Current.As<TaskFields>().RealParent/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int parent_kept_in_a_section(KernelFile opened)
    {
        RcuReadSection.Enter();
        var held = bpf_task_acquire(KernelTask.Current.As<TaskFields>().RealParent);
        if (held is not null)
            bpf_task_release(held);
        RcuReadSection.Exit();
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int parent_kept_behind_a_section(KernelFile opened)
    {
        RcuReadSection.Enter();
        var parent = KernelTask.Current.As<TaskFields>().RealParent;
        RcuReadSection.Exit();
        var held = bpf_task_acquire(/*!DYN020*/parent/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int parent_read_behind_a_section(KernelFile opened)
    {
        RcuReadSection.Enter();
        var parent = KernelTask.Current.As<TaskFields>().RealParent;
        RcuReadSection.Exit();
        sum = (ulong)parent.Pid;
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int parent_from_before_a_section_kept(KernelFile opened)
    {
        var parent = KernelTask.Current.As<TaskFields>().RealParent;
        RcuReadSection.Enter();
        RcuReadSection.Exit();
        var held = bpf_task_acquire(/*!DYN020*/parent/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("fentry/wake_up_new_task")]
    public static int traced_task_kept(TaskFields task)
    {
        var held = bpf_task_acquire(/*!DYN020*/task/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("fentry/wake_up_new_task")]
    public static int parent_of_a_traced_task_kept(TaskFields task)
    {
        var held = bpf_task_acquire(/*!DYN020*/task.RealParent/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/bprm_check_security")]
    public static int file_of_a_started_program(StartFields start)
    {
        bpf_dynptr_from_file(start.File, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
        return 0;
    }

    [BpfProgram("lsm/bprm_check_security")]
    public static int other_file_of_a_started_program(StartFields start)
    {
        bpf_dynptr_from_file(/*!DYN020*/start.Executable/*!*/!, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
        return 0;
    }

    [BpfProgram("raw_tp/sched_process_exec")]
    public static int task_at_an_address_read()
    {
        sum = (ulong)KernelMemory.Cast<TaskFields>((nuint)KernelTask.CurrentAddress).Pid;
        return 0;
    }

    [BpfProgram("raw_tp/sched_process_exec")]
    public static int task_at_an_address_written()
    {
        /*!DYN023*/KernelMemory.Cast<TaskFields>((nuint)KernelTask.CurrentAddress).Pid = 1/*!*/;
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int task_at_an_address_kept(KernelFile opened)
    {
        var held = bpf_task_acquire(/*!DYN020*/KernelMemory.Cast<TaskFields>((nuint)KernelTask.CurrentAddress)/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int parent_of_a_task_at_an_address_kept(KernelFile opened)
    {
        var held = bpf_task_acquire(/*!DYN020*/KernelMemory.Cast<TaskFields>((nuint)KernelTask.CurrentAddress).RealParent/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("raw_tp/sched_process_exec")]
    public static int task_at_an_address_read_at_once()
    {
        sum = (ulong)/*!DYN032*/ProbeMemory.At<TaskFields>((nuint)KernelTask.CurrentAddress)/*!*/.Pid;
        return 0;
    }

    [BpfProgram("raw_tp/sched_process_exec")]
    public static int task_at_an_address_copied()
    {
        sum = (ulong)ProbeMemory.At<ProbedTaskFields>((nuint)KernelTask.CurrentAddress).RealParent!.Pid;
        return 0;
    }
}
