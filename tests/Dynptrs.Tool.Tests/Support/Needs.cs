using System;
using Dynptrs.Build.Toolchain;
using Dynptrs.Kernel;

namespace Dynptrs.Tool.Tests.Support;

/// <summary>Ends tests where this machine lacks something.</summary>
internal static class Needs
{
    private const string Smallest = """
        char _license[] __attribute__((section("license"), used)) = "GPL";
        __attribute__((section("socket"), used)) int nothing(void *ctx) { return 0; }
        """;

    private static readonly Lazy<string?> Obstacle = new(FindObstacle);

    /// <summary>The compiler.</summary>
    public static Clang Clang()
    {
        var clang = Build.Toolchain.Clang.Find(out var problem);
        Assert.SkipWhen(clang is null, problem);
        return clang!;
    }

    /// <summary>The compiler, and a kernel that takes programs from this process.</summary>
    public static void Kernel()
    {
        Clang();
        Assert.SkipWhen(Obstacle.Value is not null, $"No program can be loaded here. {Obstacle.Value}");
    }

    private static string? FindObstacle()
    {
        if (!OperatingSystem.IsLinux())
            return "Only Linux has BPF.";
        try
        {
            KernelObject.Load(Clang().Compile(Smallest, "v3", AppContext.BaseDirectory, out _)!).Dispose();
            return null;
        }
        catch (BpfLoadException exception)
        {
            return exception.Message;
        }
    }
}
