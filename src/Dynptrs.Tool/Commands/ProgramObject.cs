using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Build.Emitting;
using Dynptrs.Build.Toolchain;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary>A program alone, or several together, on the way to the kernel.</summary>
/// <param name="Content">The object, or <see langword="null"/>.</param>
/// <param name="Problems">Why there is none.</param>
internal sealed record ProgramObject(byte[]? Content, ImmutableArray<SourceProblem> Problems)
{
    /// <summary>The compiler.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public static Clang Clang => Build.Toolchain.Clang.Find(out var missing) ?? throw new ToolException(missing + ".");

    /// <summary>Makes it.</summary>
    public static ProgramObject Make(
        ProjectPrograms programs,
        ProgramDeclaration program,
        Clang clang,
        string folder,
        ToolConsole console,
        CancellationToken cancellationToken) => Make(programs, program.Object, [program], clang, folder, console, cancellationToken);

    /// <summary>Makes one of several programs.</summary>
    public static ProgramObject Make(
        ProjectPrograms programs,
        string name,
        IReadOnlyList<ProgramDeclaration> parts,
        Clang clang,
        string folder,
        ToolConsole console,
        CancellationToken cancellationToken) => console.Wait($"Compiling {(parts is [var one] ? one.Name : name)}", () =>
    {
        var emitted = programs.Emit(name, parts);
        if (emitted.Source is not { } source)
            return new ProgramObject(null, emitted.Problems);
        var content = clang.Compile(source, programs.Cpu, folder, out var problems, cancellationToken);
        return new ProgramObject(content, problems);
    });

    /// <summary>Writes problems.</summary>
    public static void Write(IEnumerable<SourceProblem> problems, ToolConsole console)
    {
        foreach (var problem in problems.Distinct())
            console.Line(ToolConsole.Escape(problem.ToString()));
    }
}
