namespace Dynptrs.Verifier.Contracts;

/// <summary>The numbers between two bounds, both included.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest.</param>
#if DYNPTRS_GENERATORS
internal // The generators compile this file, too: what they share with the analyzer is not theirs to show.
#else
public
#endif
sealed record ValueRange(long Min, long Max);
