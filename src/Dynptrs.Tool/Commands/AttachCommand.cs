using System;
using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Kernel;
using Dynptrs.Tool.InKernel;
using Dynptrs.Tool.Projects;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr attach</c>: a program at work, until Ctrl+C.</summary>
internal static class AttachCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var project = CommandParts.Project();
        var program = new Argument<string>("PROGRAM") { Description = "The program: its name, or Class.Name." };
        var command = new Command("attach", "Load a program, attach it where its section or an option says, and keep it until Ctrl+C.")
        {
            project, program,
        };
        var places = new PlaceOptions();
        places.AddTo(command);
        return command.Does(console, (result, cancellation) =>
            RunAsync(console, result.GetValue(project)!, result.GetValue(program)!, places.Read(result), cancellation));
    }

    /// <summary>Attaches, until it is cancelled.</summary>
    public static Task<int> RunAsync(
        ToolConsole console,
        string path,
        string name,
        AttachPlace place,
        CancellationToken cancellationToken)
    {
        var project = ProjectCompiler.Read([path], console, cancellationToken);
        return AttachAsync(console, project, name, place, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> AttachAsync(
        ToolConsole console,
        ToolProject project,
        string name,
        AttachPlace place,
        CancellationToken cancellationToken)
    {
        RunningKernel.Require();
        var clang = ProgramObject.Clang;
        var compiled = ProjectCompiler.Compile(project, console, cancellationToken);
        var programs = ProgramChoice.Of(compiled, project.Name, cancellationToken);
        var program = ProgramChoice.One(programs, name);
        place.ThrowUnlessServes(program);
        var where = place.Describe(program);
        var made = ProgramObject.Make(programs, program, clang, compiled.Folder, console, cancellationToken);
        if (made.Content is not { } content)
        {
            ProgramObject.Write(made.Problems, console);
            return ExitCodes.Refused;
        }

        try
        {
            using var loaded = console.Wait($"Loading {program.Name}", () => LoadedObject.Load(content));
            loaded.Attach(program, place);
            console.Line(
                $"[green]{ToolConsole.Escape(program.QualifiedName)}[/] is attached to {ToolConsole.Escape(where)}. Ctrl+C detaches it.");
            await Wait(cancellationToken);
        }
        catch (BpfVerifierException exception)
        {
            console.Error($"{exception.Message} `dynptr load` shows the line.");
            return ExitCodes.Refused;
        }

        console.Line("Detached.");
        return ExitCodes.Fine;
    }

    private static async Task Wait(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The person has seen enough.
        }
    }
}
