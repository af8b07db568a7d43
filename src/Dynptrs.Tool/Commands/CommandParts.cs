using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Build.Emitting;
using Dynptrs.Kernel;
using Dynptrs.Tool.InKernel;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary>What commands share.</summary>
internal static class CommandParts
{
    /// <summary>A project, or files.</summary>
    public static Argument<string[]> Paths() => new("PROJECT|FILE.cs")
    {
        Description = "A project, the folder of one, or files that belong to none. Without it, the project in the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>A project, or a file.</summary>
    public static Argument<string> Project() => new("PROJECT|FILE.cs")
    {
        Description = "A project, the folder of one, or a file that belongs to none.",
    };

    /// <summary>Says what a command does: what it cannot do is one error, and the way out.</summary>
    public static Command Does(this Command command, ToolConsole console, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (result, cancellationToken) =>
        {
            try
            {
                return await action(result, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                console.Note("Cancelled.");
                return ExitCodes.CannotRun;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                console.Error(exception.Message);
                return ExitCodes.CannotRun;
            }
            catch (ToolException exception)
            {
                console.Error(exception.Message);
                return ExitCodes.CannotRun;
            }
            catch (BpfLoadException exception)
            {
                var remedy = LoadedProgram.IsAboutProcess(exception) ? " `dynptr doctor` says what this machine lacks." : "";
                console.Error(exception.Message + remedy);
                return ExitCodes.CannotRun;
            }
        });
        return command;
    }

    /// <summary>A program, as reports begin.</summary>
    public static string Title(ProgramDeclaration program) =>
        $"[bold]{ToolConsole.Escape(program.QualifiedName)}[/]  SEC(\"{ToolConsole.Escape(program.Section)}\")";

    /// <summary>A number of things.</summary>
    public static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
