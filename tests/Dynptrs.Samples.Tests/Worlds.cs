using System;
using Dynptrs.Kernel;

namespace Dynptrs.Samples.Tests;

/// <summary>Where the samples can run.</summary>
internal static class Worlds
{
    /// <summary>Ends the test where the programs of a sample cannot run in a world, and says why.</summary>
    /// <param name="programs">Their class.</param>
    /// <param name="world">The world.</param>
    public static void SkipWhereMissing(Type programs, BpfWorld world)
    {
        Assert.SkipWhen(world.FindObstacle() is not null, $"No program can be loaded here. {world.FindObstacle()}");
        Assert.SkipWhen(
            world == BpfWorld.Kernel && programs.Assembly.GetManifestResourceInfo($"Dynptrs.Objects.{programs.FullName}") is null,
            "The sample was built without clang, so it has no object.");
    }
}
