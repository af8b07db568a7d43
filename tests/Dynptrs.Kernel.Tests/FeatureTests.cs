using System;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Kernel.Tests;

/// <summary>Programs ask what the kernel has, and are loaded whether or not it has it.</summary>
public sealed class FeatureTests
{
    private static readonly byte[] Packet = new byte[64];

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void What_is_there_is_called(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        Assert.SkipUnless(
            world == BpfWorld.Process || Environment.OSVersion.Version >= new Version(6, 5), "This kernel has no `bpf_dynptr_size`.");
        using var asker = Asker.Skeleton.Open(world, Objects.Compile("Asker", world));
        Assert.Equal(XdpAction.XDP_PASS, asker.Programs.OnTime.TestRun(Packet).ReturnValue);
        Assert.InRange(KernelClock.GetTaiNanoseconds() - asker.Bss.Time, 0ul, 60_000_000_000ul);
        Assert.Equal(XdpAction.XDP_PASS, asker.Programs.OnSize.TestRun(Packet).ReturnValue);
        Assert.Equal(64UL, asker.Bss.Time);
    }

    [Fact]
    public void What_the_kernel_lacks_is_not_called_in_process()
    {
        using var asker = Asker.Skeleton.Open(BpfWorld.Process, []);
        using (KernelFeatures.Without("bpf_ktime_get_tai_ns"))
        using (KernelFeatures.Without("bpf_dynptr_size"))
        {
            Assert.Equal(XdpAction.XDP_DROP, asker.Programs.OnTime.TestRun(Packet).ReturnValue);
            Assert.InRange(KernelClock.GetBootNanoseconds() - asker.Bss.Time, 0ul, 60_000_000_000ul);
            Assert.Equal(XdpAction.XDP_DROP, asker.Programs.OnSize.TestRun(Packet).ReturnValue);
        }
    }

    /// <summary>The names of a helper and of a function are changed to such as no kernel has.</summary>
    [Fact]
    public void What_the_kernel_lacks_is_not_called_in_the_kernel()
    {
        using var asker = Asker.Skeleton.Load(Objects.CompileChanged("Asker", static source => source
            .Replace("BPF_FUNC_ktime_get_tai_ns = 208", "BPF_FUNC_ktime_get_no_ns = 100208", StringComparison.Ordinal)
            .Replace("BPF_FUNC_ktime_get_tai_ns", "BPF_FUNC_ktime_get_no_ns", StringComparison.Ordinal)
            .Replace("(void *)208", "(void *)100208", StringComparison.Ordinal)
            .Replace("bpf_dynptr_size", "bpf_dynptr_of_no_kernel", StringComparison.Ordinal)));
        Assert.Equal(XdpAction.XDP_DROP, asker.Programs.OnTime.TestRun(Packet).ReturnValue);
        Assert.InRange(KernelClock.GetBootNanoseconds() - asker.Bss.Time, 0ul, 60_000_000_000ul);
        Assert.Equal(XdpAction.XDP_DROP, asker.Programs.OnSize.TestRun(Packet).ReturnValue);
    }

    [Fact]
    public void What_is_only_asked_for_needs_no_type()
    {
        using var asker = Asker.Skeleton.Load(Objects.Compile("Asker"));
        var isThere = Environment.OSVersion.Version >= new Version(6, 19);
        Assert.Equal(isThere ? XdpAction.XDP_PASS : XdpAction.XDP_DROP, asker.Programs.OnFiles.TestRun(Packet).ReturnValue);
    }
}
