using System;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <summary>Tells what the worlds of programs ask for.</summary>
public static class BpfWorldExtensions
{
    private static readonly Lazy<string?> OfKernel = new(FindObstacle);

    /// <summary>
    /// What stands in the way of a world here, or <see langword="null"/>: another system than Linux, a library that is missing, a right.
    /// </summary>
    /// <param name="world">The world.</param>
    public static string? FindObstacle(this BpfWorld world) => world == BpfWorld.Process ? null : OfKernel.Value;

    private static string? FindObstacle()
    {
        if (!OperatingSystem.IsLinux())
            return "Only Linux has BPF.";
        try
        {
            using var messages = new LibBpfMessages();
        }
        catch (DllNotFoundException)
        {
            return LoadFailure.NoLibrary;
        }

        using var program = KernelCalls.LoadSmallestProgram(out var error);
        return program is null ? LoadFailure.Of(error, "Not even the smallest program is loaded").Message : null;
    }
}
