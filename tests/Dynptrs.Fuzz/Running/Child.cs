using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Tasks;

namespace Dynptrs.Fuzz.Running;

/// <summary>A process that may die, or hang.</summary>
internal static class Child
{
    /// <summary>How much it may work without a word: a machine may be slow, so that no clock tells.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan TimeBetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>Runs one to its end.</summary>
    /// <param name="options">What it does.</param>
    /// <param name="read">Is told what it says.</param>
    /// <returns>What has ended it; <see langword="null"/> where it came to its end.</returns>
    public static async Task<string?> RunAsync(FuzzOptions options, Action<string[]> read)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Arguments(options))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            if (errors.Length < 4000)
                errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        while (true)
        {
            var line = process.StandardOutput.ReadLineAsync();
            TimeSpan? before = null;
            while (await Task.WhenAny(line, Task.Delay(TimeBetweenLooks)) != line)
            {
                process.Refresh();
                if (process.HasExited)
                    continue;
                before ??= process.TotalProcessorTime;
                if (process.TotalProcessorTime - before > Patience)
                {
                    process.Kill(entireProcessTree: true);
                    return $"no end after {Patience.TotalSeconds} seconds of work";
                }
            }

            if (await line is not { } text)
                break;
            read(Message.Read(text));
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}\n{errors}";
    }

    private static IEnumerable<string> Arguments(FuzzOptions options)
    {
        // The host is `dotnet`, or this program itself.
        if (Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal))
            yield return typeof(Child).Assembly.Location;
        foreach (var argument in new[]
        {
            "--role", options.Role.ToString(), "--seed", Number(options.Seed), "--from", Number(options.From),
            "--step", Number(options.Step),
            "--count", Number(options.Count), "--file", options.File, "--text", options.Text,
        })
        {
            yield return argument;
        }

        if (double.IsFinite(options.Seconds))
        {
            yield return "--seconds";
            yield return Number(Math.Max((int)options.Seconds, 1));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
