using Dynptrs.Build.Toolchain;
using Dynptrs.Kernel;

namespace Dynptrs.Tool.Tests.Support;

/// <summary>Ends tests where this machine lacks something.</summary>
internal static class Needs
{
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
        var obstacle = BpfWorld.Kernel.FindObstacle();
        Assert.SkipWhen(obstacle is not null, $"No program can be loaded here. {obstacle}");
    }
}
