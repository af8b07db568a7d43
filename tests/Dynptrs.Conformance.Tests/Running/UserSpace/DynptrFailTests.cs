namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The accepted programs of <c>dynptr_fail</c>, which the kernel's test only loads, run to their ends.</summary>
public sealed class DynptrFailTests
{
    internal const string Suite = "dynptr_fail";

    [Theory]
    [InlineData("dynptr_overwrite_unref")]
    [InlineData("dynptr_invalidate_slice_success")]
    [InlineData("dynptr_overwrite_ref_with_clone")]
    [InlineData("dynptr_overwrite_clone_with_original")]
    [InlineData("dynptr_overwrite_ref_clone_slice_valid")]
    [InlineData("dynptr_pruning_stacksafe")]
    public void An_accepted_program_returns_0_and_publishes_nothing(string program)
    {
        using var suite = new SuiteRun(Suite);

        Assert.Equal(0, program == "dynptr_pruning_stacksafe"
            ? suite.Run(program, new SkBuff(BpfProgramType.SchedCls, TestPackets.Ipv4()))
            : suite.Run(program, new TracepointContext()));

        Assert.Equal(0, new RingBufReader(suite.Get<RingBuf>("ringbuf")).Consume(static _ => { }));
    }
}
