namespace Dynptrs.Verifier.Findings;

/// <summary>Two kinds that do not go together.</summary>
/// <param name="Expected">The kind that is asked for.</param>
/// <param name="Actual">The kind that is given.</param>
public sealed record KindMismatch(string Expected, string Actual);
