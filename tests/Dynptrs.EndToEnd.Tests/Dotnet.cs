using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>Runs the <c>dotnet</c> command as a person would from a new shell.</summary>
internal static class Dotnet
{
    // What the test host's own `dotnet` sets for its children, and what redirects restores: none of it is a new shell's.
    private static readonly string[] ForeignPrefixes = ["MSBUILD", "DOTNET_CLI_", "NUGET_", "TESTINGPLATFORM_", "VSTEST_", "NO_COLOR"];

    /// <summary>Runs <c>dotnet</c> with <paramref name="arguments"/> in <paramref name="directory"/> and waits for its end.</summary>
    /// <param name="directory">The current folder.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellation">Ends the command.</param>
    /// <param name="path">The folders that commands are looked for in; those of this process where it is left out.</param>
    public static async Task<CommandResult> RunAsync(string directory, string[] arguments, CancellationToken cancellation, string? path = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        MakeEnvironmentNew(start);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (path is not null)
            start.Environment["PATH"] = path;
        start.Environment["TERM"] = "xterm-256color";

        using var process = Process.Start(start) ?? throw new InvalidOperationException("`dotnet` did not start");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new CommandResult($"dotnet {string.Join(' ', arguments)}", process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Leaves a process no variable that a new shell would not have.</summary>
    public static void MakeEnvironmentNew(ProcessStartInfo start)
    {
        string[] foreign = [.. start.Environment.Keys.Where(IsForeign)];
        foreach (var name in foreign)
            start.Environment.Remove(name);
    }

    private static bool IsForeign(string variable) =>
        ForeignPrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
