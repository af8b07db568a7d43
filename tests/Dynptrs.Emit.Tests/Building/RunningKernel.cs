using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Kernel;

namespace Dynptrs.Emit.Tests.Building;

/// <summary>The kernel that runs here, where it takes programs from this process.</summary>
internal static class RunningKernel
{
    private const string Smallest = """
        char _license[] __attribute__((section("license"), used)) = "GPL";
        __attribute__((section("socket"), used)) int nothing(void *ctx) { return 0; }
        """;

    private static readonly Lazy<string?> Obstacle = new(FindObstacle);

    /// <summary>Ends the test where nothing can be loaded, and says why.</summary>
    public static void SkipWhereNothingMayBeLoaded()
    {
        Clang.SkipWhereMissing();
        Assert.SkipWhen(Obstacle.Value is not null, $"No program can be loaded here. {Obstacle.Value}");
    }

    /// <summary>Loads programs, each alone, and lets go of them again.</summary>
    public static List<KernelVerdict> Judge(IEnumerable<EmittedProgram> programs) =>
    [
        .. programs
            .Select(program => (program, Clang.Compile(program.Source!).Content))
            .Where(pair => pair.Content is not null)
            .Select(pair => new KernelVerdict(pair.program, Load(pair.Content!))),
    ];

    /// <summary>Loads programs, each alone, without asking why one is not loaded: the kernel's errors, 0 for what is loaded.</summary>
    public static List<(EmittedProgram Program, int Error)> Try(IEnumerable<EmittedProgram> programs) =>
    [
        .. programs
            .Select(program => (program, Clang.Compile(program.Source!).Content))
            .Where(pair => pair.Content is not null)
            .Select(pair => (pair.program, Try(pair.Content!))),
    ];

    private static int Try(byte[] content)
    {
        using var loaded = KernelObject.TryLoad(content, loadsAll: true, out var error);
        return error;
    }

    private static BpfLoadException? Load(byte[] content)
    {
        try
        {
            KernelObject.Load(content, loadsAll: true).Dispose();
            return null;
        }
        catch (BpfLoadException exception)
        {
            return exception;
        }
    }

    private static string? FindObstacle() =>
        OperatingSystem.IsLinux() ? Load(Clang.Compile(Smallest).Content!)?.Message : "Only Linux has BPF.";
}
