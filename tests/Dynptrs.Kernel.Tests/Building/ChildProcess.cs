using System;
using System.Diagnostics;
using System.Linq;

namespace Dynptrs.Kernel.Tests.Building;

/// <summary>A test of this assembly in a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a test.</summary>
    /// <param name="test">The name of its method.</param>
    /// <param name="variables">What its environment has besides.</param>
    public static Process Start(string test, params (string Name, string Value)[] variables) => Start([], test, variables);

    /// <summary>Starts a test under another command.</summary>
    /// <param name="around">The command, to which that of the test is added.</param>
    /// <param name="test">The name of its method.</param>
    /// <param name="variables">What its environment has besides.</param>
    public static Process Start(string[] around, string test, params (string Name, string Value)[] variables)
    {
        string[] command =
        [
            .. around, Environment.ProcessPath!, typeof(ChildProcess).Assembly.Location, "-method", $"*.{test}", "-noColor",
        ];
        // Where the test host is no `dotnet`, it is the assembly itself.
        if (!Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal))
            command = [.. command.Where(word => word != typeof(ChildProcess).Assembly.Location)];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
