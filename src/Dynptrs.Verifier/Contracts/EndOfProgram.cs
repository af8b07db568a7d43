using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>A call ends the program where it succeeds, and in a method that a program calls, that method.</summary>
/// <param name="Invalidates">The kinds of owner whose tagged slices are invalid after a method that was ended so.</param>
public sealed record EndOfProgram(ImmutableArray<string> Invalidates);
