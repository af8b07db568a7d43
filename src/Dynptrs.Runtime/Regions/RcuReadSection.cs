using System;

namespace Dynptrs;

/// <summary>A read section of RCU: what is read inside stays until the section is left.</summary>
/// <remarks>
/// Follows <c>bpf_rcu_read_lock</c>. In process there is nothing to protect: memory that a map gives is collected when nobody reads it any
/// more. So a section only counts, for each thread, and leaving one that was not entered fails.
/// </remarks>
[Region(Nests = true, Calls = RegionCalls.NotSleeping, KeepsObjects = true)]
public static class RcuReadSection
{
    [ThreadStatic]
    private static int _depth;

    /// <summary>Enters a section. Sections may lie in one another.</summary>
    [EntersRegion(typeof(RcuReadSection))]
    [BpfHelper("bpf_rcu_read_lock", Since = "6.2", GplOnly = true, Summary = "Enters a read section of RCU.")]
    public static void Enter() => _depth++;

    /// <summary>Leaves a section.</summary>
    /// <exception cref="DynptrException">The thread is in none.</exception>
    [LeavesRegion(typeof(RcuReadSection))]
    [BpfHelper("bpf_rcu_read_unlock", Since = "6.2", GplOnly = true, Summary = "Leaves a read section of RCU.")]
    public static void Exit()
    {
        if (_depth == 0)
            Throw.RegionNotEntered();
        _depth--;
    }
}
