using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Tool.Commands;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool;

/// <summary>The command <c>dynptr</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => RunAsync(arguments, ToolConsole.System);

    /// <summary>Does what is asked.</summary>
    /// <param name="arguments">What is asked.</param>
    /// <param name="console">Takes the results.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken cancellationToken = default)
    {
        var parsed = CommandTree.Create(console).Parse(arguments);
        if (parsed is { Errors.Count: > 0, Action: ParseErrorAction })
        {
            var isUnknown = parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0;
            var commands = string.Join(", ", parsed.RootCommandResult.Command.Subcommands.Select(command => command.Name));
            foreach (var message in isUnknown
                ? [$"There is no command `{parsed.UnmatchedTokens[0]}`. There are {commands}."]
                : parsed.Errors.Select(error => error.Message).Distinct())
            {
                console.Error(message);
            }

            console.Note($"`{string.Join(' ', Names(parsed.CommandResult))} --help` shows how it is used.");
            return ExitCodes.CannotRun;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = console.Writer, Error = console.ErrorWriter, EnableDefaultExceptionHandler = false },
            cancellationToken);
    }

    private static IEnumerable<string> Names(CommandResult result) =>
        result.Command is RootCommand ? ["dynptr"] : ["dynptr", result.Command.Name];
}
