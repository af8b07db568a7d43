using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Tool.Machine;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr doctor</c>: what this machine lacks, and how to get it.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var command = new Command("doctor", "Say what this machine lacks to make objects and to load them, and how to get it.");
        return command.Does(console, (_, _) =>
            Task.FromResult(Report(console, [.. ToolchainChecks.Run(), .. KernelChecks.Run(new MachineFiles("/"))])));
    }

    /// <summary>Writes what was found.</summary>
    public static int Report(ToolConsole console, IReadOnlyList<CheckResult> results)
    {
        foreach (var result in results)
        {
            var (mark, color) = result.State switch
            {
                CheckState.Fine => ("ok", "green"),
                CheckState.Limited => ("limited", "yellow"),
                _ => ("missing", "red"),
            };
            console.Line($"[{color}]{mark,-7}[/]  [bold]{ToolConsole.Escape(result.Subject),-13}[/]  {ToolConsole.Escape(result.Found)}");
            if (result.Remedy.Length > 0)
                console.Line($"{"",-24}[grey]{ToolConsole.Escape(result.Remedy)}[/]");
        }

        var missing = results.Count(result => result.State == CheckState.Missing);
        console.Line();
        console.Line(missing == 0
            ? "Objects are made and loaded here."
            : $"[red]{CommandParts.Count(missing, "thing")} missing.[/] `dynptr verify` works without.");
        return missing == 0 ? ExitCodes.Fine : ExitCodes.Refused;
    }
}
