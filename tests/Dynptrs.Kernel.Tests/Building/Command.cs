using System.ComponentModel;
using System.Diagnostics;

namespace Dynptrs.Kernel.Tests.Building;

/// <summary>Commands of the system.</summary>
internal static class Command
{
    /// <summary>Runs a command; the test ends where it is missing or fails, and says why.</summary>
    public static void SkipUnlessRun(string name, params string[] arguments)
    {
        var (code, output) = Run(name, arguments);
        Assert.SkipUnless(code == 0, $"`{name} {string.Join(' ', arguments)}` does not work here: {output}");
    }

    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code, and all that it says.</returns>
    public static (int Code, string Output) Run(string name, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}
