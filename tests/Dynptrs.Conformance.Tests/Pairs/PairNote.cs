namespace Dynptrs.Conformance.Tests.Pairs;

/// <summary>A pair on which the analyzer does not agree yet.</summary>
/// <param name="Program">The pair.</param>
/// <param name="Kind">The kind of the disagreement.</param>
/// <param name="Reason">Why.</param>
internal sealed record PairNote(string Program, string Kind, string Reason);
