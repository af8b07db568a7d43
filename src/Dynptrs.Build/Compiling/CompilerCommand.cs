using System.Collections.Immutable;

namespace Dynptrs.Build.Compiling;

/// <summary>What the compiler of a project is told.</summary>
/// <param name="Folder">The folder that paths are relative to.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record CompilerCommand(string Folder, ImmutableArray<string> Arguments);
