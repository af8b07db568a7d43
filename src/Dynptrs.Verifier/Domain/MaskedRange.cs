namespace Dynptrs.Verifier.Domain;

/// <summary>What was learned of some bits of a number by testing a copy of them, which tells the kernel nothing of the number.</summary>
/// <param name="Projection">How the copy was made of the number.</param>
/// <param name="Range">What the copy may be.</param>
internal sealed record MaskedRange(Projection Projection, Scalar Range);
