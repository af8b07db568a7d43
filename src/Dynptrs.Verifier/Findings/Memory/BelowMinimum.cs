using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Memory, or a length, is or may be less than a call asks for at least.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What asks for it.</param>
/// <param name="Minimum">How much it asks for: bytes of memory, or the number itself.</param>
/// <param name="Least">How much it is here, at least.</param>
/// <param name="Most">How much it is here, at most.</param>
public sealed record BelowMinimum(Site Site, string Subject, string Helper, long Minimum, long Least, long Most) : Finding(Site, Subject)
{
    /// <summary>Whether it is about a number, not about memory.</summary>
    public bool IsNumber { get; init; }

    /// <inheritdoc/>
    public override bool IsCertain => Most < Minimum;
}
