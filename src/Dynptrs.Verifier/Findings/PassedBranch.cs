using System.Collections.Immutable;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Findings;

/// <summary>A branch in a function that was called, and had returned, before a path came upon a finding.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Calls">The calls that led to it, outermost first.</param>
/// <param name="StepsAfter">How many steps of the trace come after it.</param>
internal sealed record PassedBranch(TraceStep Branch, ImmutableArray<TraceStep> Calls, int StepsAfter)
{
    /// <summary>A trace that leads through it.</summary>
    public ImmutableArray<TraceStep> AddTo(ImmutableArray<TraceStep> trace)
    {
        var missing = Calls.RemoveAll(call => trace.Contains(call));
        return trace.InsertRange(trace.Length - StepsAfter, missing.Add(Branch));
    }
}
