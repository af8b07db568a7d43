using System.Collections.Immutable;

namespace Dynptrs.Verifier.Findings;

/// <summary>What a verification found.</summary>
/// <param name="Findings">The findings in the order of the source as the verifier met it.</param>
public sealed record VerificationResult(ImmutableArray<Finding> Findings)
{
    /// <summary>What is accepted and may still not be what was meant; empty where something is refused, which comes first.</summary>
    public ImmutableArray<Finding> Suggestions { get; init; } = ImmutableArray<Finding>.Empty;

    /// <summary>Nothing was found.</summary>
    public static VerificationResult Accepted { get; } = new(ImmutableArray<Finding>.Empty);
}
