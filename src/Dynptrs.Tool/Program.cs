using System.CommandLine;
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
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, System.Threading.CancellationToken cancellationToken = default)
    {
        var parsed = CommandTree.Create(console).Parse(arguments);
        var result = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = console.Writer, Error = console.ErrorWriter, EnableDefaultExceptionHandler = false }, cancellationToken);
        return parsed.Errors.Count > 0 && result == ExitCodes.Refused ? ExitCodes.CannotRun : result;
    }
}
