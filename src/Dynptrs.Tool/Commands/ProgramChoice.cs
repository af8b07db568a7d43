using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Build.Compiling;
using Dynptrs.Build.Emitting;

namespace Dynptrs.Tool.Commands;

/// <summary>Finds the programs that a person means.</summary>
internal static class ProgramChoice
{
    /// <summary>The programs of a project.</summary>
    /// <exception cref="ToolException">It has none.</exception>
    public static ProjectPrograms Of(
        CompiledProject project,
        string name,
        CancellationToken cancellationToken,
        bool includesRefused = false)
    {
        var programs = new ProjectPrograms(project, includesRefused: includesRefused, cancellationToken: cancellationToken);
        return programs.All.IsEmpty
            ? throw new ToolException($"{name} has no programs. A program is a static method that says its section: [BpfProgram(\"xdp\")].")
            : programs;
    }

    /// <summary>The one program that a name means.</summary>
    /// <exception cref="ToolException">There is none, or more than one.</exception>
    public static ProgramDeclaration One(ProjectPrograms programs, string name) => programs.Find(name) switch
    {
        [var one] => one,
        [] when programs.Suggest(name) is { IsEmpty: false } near =>
            throw new ToolException(
                $"There is no program `{name}`. Did you mean {string.Join(" or ", near.Select(other => $"`{other}`"))}?"),
        [] => throw new ToolException($"There is no program `{name}`. There are {List(programs.All)}."),
        var many => throw new ToolException($"`{name}` may be {List(many)}. Name its class, too."),
    };

    private static string List(ImmutableArray<ProgramDeclaration> programs) =>
        string.Join(", ", programs.Select(program => $"`{program.QualifiedName}`"));
}
