using System.Collections.Immutable;

namespace Dynptrs.Fuzz.Sources;

/// <summary>A file to mutate.</summary>
/// <param name="Path">Its path in the repository.</param>
/// <param name="Text">Its text.</param>
/// <param name="Others">The files that it is compiled with.</param>
internal sealed record SourceFile(string Path, string Text, ImmutableArray<(string Path, string Text)> Others);
