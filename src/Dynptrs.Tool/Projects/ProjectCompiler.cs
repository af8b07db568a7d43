using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Dynptrs.Build.Compiling;
using Dynptrs.Build.Emitting;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Projects;

/// <summary>Reads and compiles what a command is given.</summary>
internal static class ProjectCompiler
{
    private const int MostErrors = 20;

    /// <summary>Reads what paths name, and has the compiler of that there from here on.</summary>
    /// <exception cref="ToolException">There is no such thing, or no compiler.</exception>
    public static ToolProject Read(IReadOnlyList<string> paths, ToolConsole console, CancellationToken cancellationToken)
    {
        var project = console.Wait("Reading the project", () => ProjectFinder.Read(paths, cancellationToken));
        return SdkCompiler.TryUse(project.CompilerFolder)
            ? project
            : throw new ToolException($"There is no C# compiler in {project.CompilerFolder}. Install the .NET 10 SDK or later.");
    }

    /// <summary>Compiles it.</summary>
    /// <exception cref="ToolException">It does not compile.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CompiledProject Compile(ToolProject project, ToolConsole console, CancellationToken cancellationToken)
    {
        var compiled = console.Wait($"Compiling {project.Name}", () => CompiledProject.Compile(project.Command, cancellationToken));
        if (compiled.Errors.IsEmpty)
            return compiled;
        var errors = compiled.Errors.Select(error => SourceProblem.Of(error).ToString()).Distinct().ToList();
        throw new ToolException(
            $"{project.Name} does not compile:\n{string.Join('\n', errors.Take(MostErrors))}"
            + (errors.Count > MostErrors ? $"\nand {errors.Count - MostErrors} more." : ""));
    }
}
