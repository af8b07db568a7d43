using System.Collections.Immutable;

namespace Dynptrs.Build.Emitting;

/// <summary>Programs that are loaded together, as C.</summary>
/// <param name="Name">The full name of their class.</param>
/// <param name="Source">The C; <see langword="null"/> where there is a problem.</param>
/// <param name="Problems">Why there is none.</param>
public sealed record ObjectSource(string Name, string? Source, ImmutableArray<SourceProblem> Problems);
