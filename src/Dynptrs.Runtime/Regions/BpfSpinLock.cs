using System;
using System.Threading;

namespace Dynptrs;

/// <summary>A lock in a map value or in a global: 4 bytes. The default value is free.</summary>
/// <remarks>
/// Follows <c>struct bpf_spin_lock</c>. In process it excludes the other threads: it holds the id of the thread that has it, and waits
/// actively. In the kernel a value has one lock at most, whose bytes only <see cref="Enter"/> and <see cref="Exit"/> may touch: what else
/// touches them is refused.
/// </remarks>
[KernelType(
    "struct bpf_spin_lock",
    Size = 4,
    IsOpaque = true,
    ExceptProgramTypes = ["SOCKET_FILTER", "KPROBE", "TRACEPOINT", "PERF_EVENT", "RAW_TRACEPOINT", "RAW_TRACEPOINT_WRITABLE"])]
[Region(Calls = RegionCalls.OnlyAllowed)]
public struct BpfSpinLock
{
    private int _holder;

    /// <summary>Takes the lock, and waits while another thread has it.</summary>
    /// <exception cref="DynptrException">This thread has it already.</exception>
    [MapMemory]
    [EntersRegion(typeof(BpfSpinLock))]
    [BpfHelper(
        "bpf_spin_lock",
        Id = 93,
        Since = "5.1",
        ExceptProgramTypes =
            ["LIRC_MODE2", "SOCKET_FILTER", "KPROBE", "TRACEPOINT", "PERF_EVENT", "RAW_TRACEPOINT", "RAW_TRACEPOINT_WRITABLE"],
        Summary = "Takes a lock.")]
    public void Enter()
    {
        var thread = Environment.CurrentManagedThreadId;
        var wait = default(SpinWait);
        while (Interlocked.CompareExchange(ref _holder, thread, 0) is not 0 and var holder)
        {
            if (holder == thread)
                Throw.LockHeld();
            wait.SpinOnce();
        }
    }

    /// <summary>Gives the lock back.</summary>
    /// <exception cref="DynptrException">This thread does not have it.</exception>
    [MapMemory]
    [LeavesRegion(typeof(BpfSpinLock))]
    [BpfHelper(
        "bpf_spin_unlock",
        Id = 94,
        Since = "5.1",
        ExceptProgramTypes =
            ["LIRC_MODE2", "SOCKET_FILTER", "KPROBE", "TRACEPOINT", "PERF_EVENT", "RAW_TRACEPOINT", "RAW_TRACEPOINT_WRITABLE"],
        Summary = "Gives a lock back.")]
    public void Exit()
    {
        if (Volatile.Read(ref _holder) != Environment.CurrentManagedThreadId)
            Throw.RegionNotEntered();
        Volatile.Write(ref _holder, 0);
    }
}
