using System.ComponentModel;
using System.Diagnostics;

namespace Dynptrs.Tests;

/// <summary>The program <c>fsverity</c> of the distribution.</summary>
internal static class FsVerityProgram
{
    /// <summary>Runs the program, or skips the test where it is missing.</summary>
    /// <returns>What it printed, or <see langword="null"/> when it failed.</returns>
    public static string? Run(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("fsverity", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            Assert.Skip("The program fsverity is not installed.");
            throw;
        }
    }
}
