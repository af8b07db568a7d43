using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Sections without interrupts: what is saved when one is entered is restored when it is left.</summary>
internal static class Interrupts
{
    private static ulong total;

    [BpfProgram("syscall")]
    public static int interrupts_restored(SyscallContext ctx)
    {
        bpf_local_irq_save(out var flags);
        total++;
        bpf_local_irq_restore(ref flags);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int interrupts_left_disabled(SyscallContext ctx)
    {
        bpf_local_irq_save(out var flags);
        total++;
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int interrupts_restored_twice(SyscallContext ctx)
    {
        bpf_local_irq_save(out var flags);
        bpf_local_irq_restore(ref flags);
        bpf_local_irq_restore(ref /*!DYN002*/flags/*!*/);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int interrupts_saved_twice(SyscallContext ctx)
    {
        bpf_local_irq_save(out var flags);
        bpf_local_irq_save(out /*!DYN004*/flags/*!*/);
        bpf_local_irq_restore(ref flags);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int interrupts_saved_again(SyscallContext ctx)
    {
        bpf_local_irq_save(out var flags);
        bpf_local_irq_restore(ref flags);
        bpf_local_irq_save(out flags);
        bpf_local_irq_restore(ref flags);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int interrupts_restored_in_order(SyscallContext ctx)
    {
        bpf_local_irq_save(out var outer);
        bpf_local_irq_save(out var inner);
        total++;
        bpf_local_irq_restore(ref inner);
        bpf_local_irq_restore(ref outer);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int interrupts_restored_out_of_order(SyscallContext ctx)
    {
        bpf_local_irq_save(out var outer);
        bpf_local_irq_save(out var inner);
        total++;
        /*!DYN017*/bpf_local_irq_restore(ref outer)/*!*/;
        bpf_local_irq_restore(ref inner);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int interrupts_overlap_a_read_section(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        bpf_local_irq_save(out var flags);
        total++;
        bpf_rcu_read_unlock();
        bpf_local_irq_restore(ref flags);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int interrupts_saved_and_restored_by_methods(SyscallContext ctx)
    {
        interrupts_saved_and_restored_by_methods__save(out var flags);
        total++;
        interrupts_saved_and_restored_by_methods__restore(ref flags);
        return 0;
    }

    private static void interrupts_saved_and_restored_by_methods__save(out InterruptFlags flags) => bpf_local_irq_save(out flags);

    private static void interrupts_saved_and_restored_by_methods__restore(ref InterruptFlags flags) => bpf_local_irq_restore(ref flags);

    [BpfProgram("syscall")]
    public static int sleeping_without_interrupts(SyscallContext ctx)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_local_irq_save(out var flags);
        /*!DYN018*/bpf_copy_from_user(buffer, 1234)/*!*/;
        bpf_local_irq_restore(ref flags);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int sleeping_after_interrupts_were_restored(SyscallContext ctx)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_local_irq_save(out var flags);
        total++;
        bpf_local_irq_restore(ref flags);
        bpf_copy_from_user(buffer, 1234);
        return 0;
    }
}
