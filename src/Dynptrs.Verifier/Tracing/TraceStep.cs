using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tracing;

/// <summary>One step on the path that led to a finding.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Site">Where.</param>
/// <param name="Subject">The variable or expression that it happened to.</param>
/// <param name="Detail">The helper, function or other variable that was involved, or empty.</param>
public sealed record TraceStep(TraceStepKind Kind, Site Site, string Subject, string Detail)
{
    /// <summary>Whether one of two ways was taken.</summary>
    public bool IsBranch =>
        Kind is TraceStepKind.BranchTrue or TraceStepKind.BranchFalse or TraceStepKind.FoundNull or TraceStepKind.FoundNotNull;
}
