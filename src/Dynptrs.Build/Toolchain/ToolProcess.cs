using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Build.Toolchain;

/// <summary>Runs a command. No shell sees what it is given.</summary>
public static class ToolProcess
{
    /// <summary>Runs a command and waits for its end.</summary>
    /// <param name="command">The command.</param>
    /// <param name="arguments">Its arguments, one by one.</param>
    /// <param name="folder">The folder that it runs in; that of this process where it is left out.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="environment">Variables that it is given beside those of this process; <see langword="null"/> takes one away.</param>
    /// <param name="cancellationToken">Ends the command, and all that it started.</param>
    /// <returns>Its exit code, its output and its errors.</returns>
    public static ToolResult Run(
        string command,
        IEnumerable<string> arguments,
        string? folder = null,
        string? input = null,
        IEnumerable<KeyValuePair<string, string?>>? environment = null,
        CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var registration = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        if (input is not null)
            Write(process, input);
        process.StandardInput.Close();
        process.WaitForExit();
        Task.WaitAll(output, errors);
        cancellationToken.ThrowIfCancellationRequested();
        return new ToolResult(process.ExitCode, output.Result, errors.Result);
    }

    private static void Write(Process process, string input)
    {
        try
        {
            process.StandardInput.Write(input);
        }
        catch (System.IO.IOException)
        {
            // It ended before it read all: its errors say why.
        }
    }
}
