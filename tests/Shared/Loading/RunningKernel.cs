using Dynptrs.Kernel;

namespace Dynptrs.Testing.Loading;

/// <summary>The kernel that runs here, where it takes programs from this process.</summary>
internal static class RunningKernel
{
    /// <summary>Ends the test where nothing can be compiled or loaded, and says why.</summary>
    public static void SkipWhereNothingMayBeLoaded()
    {
        Clang.SkipWhereMissing();
        SkipWhereMissing(BpfWorld.Kernel);
    }

    /// <summary>Ends the test where a world is missing, and says why.</summary>
    public static void SkipWhereMissing(BpfWorld world) =>
        Assert.SkipWhen(world.FindObstacle() is not null, $"No program can be loaded here. {world.FindObstacle()}");
}
