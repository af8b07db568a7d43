using System.Collections.Generic;
using System.Linq;
using Dynptrs.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Agreement.Generation;

/// <summary>Generated programs with what they share.</summary>
internal static class GeneratedCompilation
{
    public static Compilation Of(IEnumerable<GeneratedProgram> programs) => ProgramCompilation.Compile(
    [
        .. programs.Select(program => (program.File, $"{GeneratedDeclarations.Head}{program.Text}}}\n")),
        ("Declarations.cs", GeneratedDeclarations.Text),
    ]);
}
