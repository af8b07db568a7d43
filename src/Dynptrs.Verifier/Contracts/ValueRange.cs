namespace Dynptrs.Verifier.Contracts;

/// <summary>The numbers between two bounds, both included.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest.</param>
public sealed record ValueRange(long Min, long Max);
