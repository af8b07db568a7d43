using System;
using System.IO;

namespace Dynptrs.Tool.InKernel;

/// <summary>The kernel of this machine.</summary>
internal static class RunningKernel
{
    private const string ReleaseFile = "/proc/sys/kernel/osrelease";

    /// <summary>What it is called: <c>Linux 6.18.4</c>.</summary>
    public static string Name { get; } = File.Exists(ReleaseFile)
        ? $"Linux {File.ReadAllText(ReleaseFile).Trim().Split('-')[0]}"
        : "the kernel";

    /// <summary>Says that there is none that runs programs.</summary>
    /// <exception cref="ToolException">This is no Linux.</exception>
    public static void Require()
    {
        if (!OperatingSystem.IsLinux())
            throw new ToolException("Only Linux loads programs. `dynptr verify` and `dynptr emit` work everywhere.");
    }
}
