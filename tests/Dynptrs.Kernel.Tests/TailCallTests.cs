using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Kernel.Tests;

/// <summary>A program goes on with another one, in this process as in the kernel.</summary>
public sealed class TailCallTests
{
    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void The_other_program_runs_instead(BpfWorld world)
    {
        using var chain = Open(world);
        Assert.Equal(0, chain.Maps.Next.Update(1, chain.Programs.Second));

        Assert.Equal((20, 2, 0), Run(chain, chain.Programs.First, 1));
        Assert.Equal((20, 2, 0), Run(chain, chain.Programs.ByMethod, 1));
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void Where_there_is_none_the_call_comes_back(BpfWorld world)
    {
        using var chain = Open(world);

        Assert.Equal((10, 1, 1), Run(chain, chain.Programs.First, 1));
        Assert.Equal((10, 1, 1), Run(chain, chain.Programs.First, 3));
        Assert.Equal((30, 1, 1), Run(chain, chain.Programs.ByMethod, uint.MaxValue));
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void A_program_goes_on_33_times(BpfWorld world)
    {
        using var chain = Open(world);
        Assert.Equal(0, chain.Maps.Next.Update(0, chain.Programs.First));

        Assert.Equal((10, 34, 1), Run(chain, chain.Programs.First, 0));
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void The_host_stores_programs_of_one_type_and_takes_them_out(BpfWorld world)
    {
        using var chain = Open(world);
        var next = chain.Maps.Next;

        Assert.Equal(3, next.MaxEntries);
        Assert.Equal(0, next.Update(2, chain.Programs.Second));
        Assert.Equal(-Errno.E2BIG, next.Update(3, chain.Programs.Second));
        Assert.Equal(-Errno.EINVAL, next.Update(1, chain.Programs.OfAnotherType));
        Assert.Equal((-Errno.ENOENT, -Errno.E2BIG), (next.Delete(1), next.Delete(3)));
        Assert.Equal((0, -Errno.ENOENT), (next.Delete(2), next.Delete(2)));
    }

    private static Chain.Skeleton.Instance Open(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        var chain = Chain.Skeleton.Open(world, Objects.Compile("Chain", world));
        for (var index = 0u; index < 3; index++)
            chain.Maps.Next.Delete(index);
        return chain;
    }

    private static (int, int, int) Run(Chain.Skeleton.Instance chain, BpfProgramInstance program, uint index)
    {
        (chain.Bss.Index, chain.Bss.Runs, chain.Bss.Returns) = (index, 0, 0);
        return (program.TestRun(new byte[60]).ReturnValue, chain.Bss.Runs, chain.Bss.Returns);
    }
}
