using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>What a verification found.</summary>
/// <param name="Findings">The findings in the order of the source as the verifier met it.</param>
public sealed record VerificationResult(ImmutableArray<Finding> Findings)
{
    /// <summary>What is accepted and may still not be what was meant; empty where something is refused, which comes first.</summary>
    public ImmutableArray<Finding> Suggestions { get; init; } = ImmutableArray<Finding>.Empty;

    /// <summary>The functions that were followed into: what is wrong in them for what they are given is among the findings.</summary>
    public ImmutableHashSet<FunctionReference> Followed { get; init; } = ImmutableHashSet<FunctionReference>.Empty;
}
