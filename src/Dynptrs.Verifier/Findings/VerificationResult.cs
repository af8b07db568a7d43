using System.Collections.Immutable;

namespace Dynptrs.Verifier.Findings;

/// <summary>What a verification found.</summary>
/// <param name="Findings">The findings in the order of the source as the verifier met it.</param>
public sealed record VerificationResult(ImmutableArray<Finding> Findings)
{
    /// <summary>Nothing was found.</summary>
    public static VerificationResult Accepted { get; } = new(ImmutableArray<Finding>.Empty);
}
