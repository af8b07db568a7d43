namespace Dynptrs.Verifier.IR;

/// <summary>A place in the source, opaque to the verifier: what a finding and the steps that led to it point at.</summary>
/// <param name="Source">What the front end wants back, a syntax node for C#; compared by reference.</param>
/// <param name="AtEnd">Whether the end of <paramref name="Source"/> is meant: the brace where a body falls off its end.</param>
public readonly record struct Site(object? Source, bool AtEnd = false);
