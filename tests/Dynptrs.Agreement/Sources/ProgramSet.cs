using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Agreement.Sources;

/// <summary>Programs that are compiled together, with what the generators add.</summary>
/// <param name="Name">The name, for people.</param>
/// <param name="Compilation">The compilation.</param>
/// <param name="Files">The files that were written by people, of which programs are changed.</param>
internal sealed record ProgramSet(string Name, Compilation Compilation, ImmutableArray<SyntaxTree> Files)
{
    public static ProgramSet Read(string name, string root, IEnumerable<string> files)
    {
        var paths = files.ToList();
        var compilation = ProgramCompilation.Read(root, paths);
        return new ProgramSet(name, compilation, [.. compilation.SyntaxTrees.Take(paths.Count)]);
    }
}
