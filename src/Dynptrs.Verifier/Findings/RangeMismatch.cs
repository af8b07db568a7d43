using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.Findings;

/// <summary>A number that may lie outside of the range that is allowed.</summary>
/// <param name="Allowed">The range that is allowed.</param>
/// <param name="Actual">What it may be.</param>
public sealed record RangeMismatch(ValueRange Allowed, ValueRange Actual)
{
    /// <summary>Whether the number fits, but not the register in which a call gave it.</summary>
    public bool IsPartOfRegister { get; init; }
}
