using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Build.Compiling;
using Dynptrs.Build.Emitting;
using Dynptrs.Kernel;
using Dynptrs.Tool.InKernel;
using Dynptrs.Tool.Projects;
using Dynptrs.Tool.Terminal;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr load</c>: what the kernel says, beside what the verifier says.</summary>
internal static class LoadCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var project = CommandParts.Project();
        var program = new Argument<string?>("PROGRAM")
        {
            Description = "One program: its name, or Class.Name. Without it, all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var kernel = new Option<bool>("--kernel") { Description = "Ask the kernel about programs, too, that are refused here." };
        var log = new Option<bool>("--log") { Description = "Write all that the kernel says of a program that it refuses." };
        var command = new Command("load", "Load programs into the kernel, each alone, and let go of them: its verdict beside ours.")
        {
            project, program, kernel, log,
        };
        return command.Does(console, (result, cancellation) => Task.FromResult(Run(
            console, result.GetValue(project)!, result.GetValue(program), result.GetValue(kernel), result.GetValue(log), cancellation)));
    }

    /// <summary>Loads.</summary>
    public static int Run(
        ToolConsole console,
        string path,
        string? name,
        bool asksAlways,
        bool writesLog,
        CancellationToken cancellationToken)
    {
        var project = ProjectCompiler.Read([path], console, cancellationToken);
        return Load(console, project, name, asksAlways, writesLog, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Load(
        ToolConsole console,
        ToolProject project,
        string? name,
        bool asksAlways,
        bool writesLog,
        CancellationToken cancellationToken)
    {
        RunningKernel.Require();
        var clang = ProgramObject.Clang;
        var compiled = ProjectCompiler.Compile(project, console, cancellationToken);
        var programs = ProgramChoice.Of(compiled, project.Name, cancellationToken);
        var all = asksAlways ? ProgramChoice.Of(compiled, project.Name, cancellationToken, includesRefused: true) : programs;
        var chosen = name is null ? programs.All : ImmutableArray.Create(ProgramChoice.One(programs, name));
        var isRefused = false;
        foreach (var program in chosen)
        {
            cancellationToken.ThrowIfCancellationRequested();
            console.Line(CommandParts.Title(program));
            var ours = ProgramObject.Make(programs, program, clang, compiled.Folder, console, cancellationToken);
            var findings = ours.Problems.Where(problem => problem.Diagnostic is not null).ToList();
            Row(console, "verified", findings.Count == 0 ? "[green]accepted[/]" : "[red]refused[/]");
            foreach (var finding in findings)
                Detail(console, $"{finding.Id} at {Place(finding.Path!, finding.Line, compiled)}: {finding.Message}");
            var made = ours.Content is null && asksAlways && findings.Count > 0
                ? ProgramObject.Make(all, program, clang, compiled.Folder, console, cancellationToken)
                : ours;
            var isLoaded = false;
            if (made.Content is { } content)
                isLoaded = Ask(console, program, content, compiled, writesLog);
            else if (made.Problems.Any(problem => problem.Diagnostic is null))
                ProgramObject.Write(made.Problems.Where(problem => problem.Diagnostic is null), console);
            else
                Row(console, RunningKernel.Name, "[grey]not asked; --kernel asks it[/]");
            isRefused |= !isLoaded || findings.Count > 0;
        }

        return isRefused ? ExitCodes.Refused : ExitCodes.Fine;
    }

    private static bool Ask(ToolConsole console, ProgramDeclaration program, byte[] content, CompiledProject compiled, bool writesLog)
    {
        try
        {
            console.Wait($"Loading {program.Name}", () => LoadedProgram.Load(content, program.Name)).Dispose();
            Row(console, RunningKernel.Name, "[green]accepted[/]");
            return true;
        }
        catch (BpfVerifierException exception)
        {
            Row(console, RunningKernel.Name, "[red]refused[/]");
            var tree = exception.Path is { } file ? Find(file, compiled) : null;
            var place = exception.Path is null ? "" : $"at {Place(tree?.FilePath ?? exception.Path, exception.Line, compiled)}: ";
            Detail(console, place + exception.Reason);
            if (tree?.GetText().Lines is { } lines && exception.Line <= lines.Count)
            {
                var text = lines[exception.Line - 1].ToString().Trim();
                Detail(console, string.Create(CultureInfo.InvariantCulture, $"{exception.Line} | {text}"));
            }

            if (writesLog)
                console.Line(ToolConsole.Escape(exception.Log.TrimEnd()));
            return false;
        }
        catch (BpfLoadException exception) when (!LoadedProgram.IsAboutProcess(exception))
        {
            Row(console, RunningKernel.Name, "[red]not loaded[/]");
            Detail(console, exception.Message);
            return false;
        }
    }

    private static void Row(ToolConsole console, string who, string verdict) => console.Line($"  {ToolConsole.Escape(who),-14} {verdict}");

    private static void Detail(ToolConsole console, string text) => console.Line($"  {"",-14} {ToolConsole.Escape(text)}");

    /// <summary>The kernel tells the name of a file, not its folder.</summary>
    private static SyntaxTree? Find(string file, CompiledProject compiled) => compiled.Compilation.SyntaxTrees
        .FirstOrDefault(tree => Path.GetFileName(tree.FilePath) == Path.GetFileName(file));

    private static string Place(string path, int line, CompiledProject compiled) => string.Create(
        CultureInfo.InvariantCulture, $"{(Path.IsPathRooted(path) ? Path.GetRelativePath(compiled.Folder, path) : path)}:{line}");
}
