using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Build.Compiling;

namespace Dynptrs.Tool.Projects;

/// <summary>What a command is given to read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="CompilerFolder">The folder of its compiler.</param>
/// <param name="Command">What that is told.</param>
/// <param name="Libraries">The libraries that its programs run with, by their paths.</param>
internal sealed record ToolProject(string Name, string CompilerFolder, CompilerCommand Command, ImmutableArray<string> Libraries)
{
    /// <summary>The name of a file, or of files.</summary>
    public static string NameOf(IReadOnlyList<string> files) =>
        files.Count == 1 ? System.IO.Path.GetFileName(files[0]) : $"{files.Count} files";
}
