using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>Something that the verifier refuses.</summary>
public sealed record Finding
{
    /// <summary>What is wrong.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>Where a person would mend it.</summary>
    public required Site Site { get; init; }

    /// <summary>The name of the variable or expression that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The steps that led here, oldest first.</summary>
    public ImmutableArray<TraceStep> Trace { get; init; } = ImmutableArray<TraceStep>.Empty;
}
