using System;

namespace Dynptrs;

/// <summary>Sections in which the program is not preempted.</summary>
/// <remarks>
/// Follows <c>bpf_preempt_disable</c>. A process cannot keep its threads from being preempted, so a section only counts, for each thread,
/// and leaving one that was not entered fails. It excludes nobody: share memory with atomic operations, or under a
/// <see cref="BpfSpinLock"/>.
/// </remarks>
[Region(Nests = true, Calls = RegionCalls.NotSleeping)]
public static class Preemption
{
    [ThreadStatic]
    private static int _depth;

    /// <summary>Enters a section. Sections may lie in one another.</summary>
    [EntersRegion(typeof(Preemption))]
    [BpfHelper("bpf_preempt_disable", Since = "6.10", GplOnly = true, Summary = "Enters a section that is not preempted.")]
    public static void Disable() => _depth++;

    /// <summary>Leaves a section.</summary>
    /// <exception cref="DynptrException">The thread is in none.</exception>
    [LeavesRegion(typeof(Preemption))]
    [BpfHelper("bpf_preempt_enable", Since = "6.10", GplOnly = true, Summary = "Leaves a section that is not preempted.")]
    public static void Enable()
    {
        if (_depth == 0)
            Throw.RegionNotEntered();
        _depth--;
    }
}
