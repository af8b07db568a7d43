using System;
using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Build.Emitting;
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
        var command = new Command("attach", "Load a program, attach it where its section says, and keep it there until Ctrl+C.")
        {
            project, program,
        };
        return command.Does(console, (result, cancellation) =>
            RunAsync(console, result.GetValue(project)!, result.GetValue(program)!, cancellation));
    }

    /// <summary>Attaches, until it is cancelled.</summary>
    public static Task<int> RunAsync(ToolConsole console, string path, string name, CancellationToken cancellationToken)
    {
        var project = ProjectCompiler.Read([path], console, cancellationToken);
        return AttachAsync(console, project, name, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> AttachAsync(ToolConsole console, ToolProject project, string name, CancellationToken cancellationToken)
    {
        RunningKernel.Require();
        var clang = ProgramObject.Clang;
        var compiled = ProjectCompiler.Compile(project, console, cancellationToken);
        var programs = ProgramChoice.Of(compiled, project.Name, cancellationToken);
        var program = ProgramChoice.One(programs, name);
        var made = ProgramObject.Make(programs, program, clang, compiled.Folder, console, cancellationToken);
        if (made.Content is not { } content)
        {
            ProgramObject.Write(made.Problems, console);
            return ExitCodes.Refused;
        }

        try
        {
            using var loaded = console.Wait($"Loading {program.Name}", () => LoadedProgram.Load(content, program.Name));
            using var link = Attach(loaded, program);
            var place = ToolConsole.Escape(program.Section);
            console.Line($"[green]{ToolConsole.Escape(program.QualifiedName)}[/] is attached to {place}. Ctrl+C detaches it.");
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

    private static IDisposable Attach(LoadedProgram loaded, ProgramDeclaration program)
    {
        try
        {
            return loaded.Attach();
        }
        catch (BpfLoadException exception) when (exception.Error == Errno.EOPNOTSUPP)
        {
            throw new ToolException(
                $"`{program.Name}` is loaded, and cannot be attached: the section \"{program.Section}\" does not say to which device, "
                + "group or map. Emit the object, and attach that: `dynptr emit PROJECT -o bpf --object`, then "
                + "`ip link set dev DEVICE xdp obj …` or `tc filter add … bpf obj …`.");
        }
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
