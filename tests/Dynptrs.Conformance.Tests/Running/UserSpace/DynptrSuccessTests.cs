namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The accepted programs of <c>dynptr_success</c> run, and leave what user space asserts.</summary>
public sealed class DynptrSuccessTests
{
    internal const string Suite = "dynptr_success";

    [Theory]
    [InlineData("test_read_write", 0)]
    [InlineData("test_dynptr_data", 0)]
    [InlineData("test_ringbuf", 0)]
    [InlineData("test_adjust", 0)]
    [InlineData("test_adjust_err", 64)]
    [InlineData("test_zero_size_dynptr", 0)]
    [InlineData("test_dynptr_is_null", 0)]
    [InlineData("test_dynptr_copy", 0)]
    [InlineData("test_dynptr_memset_zero", 0)]
    [InlineData("test_dynptr_memset_notzero", 0)]
    [InlineData("test_dynptr_memset_zero_offset", 0)]
    [InlineData("test_dynptr_memset_zero_adjusted", 0)]
    [InlineData("test_dynptr_memset_overflow", 0)]
    [InlineData("test_dynptr_memset_overflow_offset", 0)]
    public void A_program_at_a_tracepoint_finds_no_error_and_publishes_what_it_submits(string program, int published)
    {
        using var suite = new SuiteRun(Suite);

        suite.Run(program, new TracepointContext());

        Assert.Equal(0, suite.Get<int>("err"));
        var sizes = 0;
        new RingBufReader(suite.Get<RingBuf>("ringbuf")).Consume(record => sizes += record.Length);
        Assert.Equal(published, sizes);
    }

    [Theory]
    [InlineData("test_read_write")]
    [InlineData("test_adjust_err")]
    public void A_program_leaves_other_processes_alone(string program)
    {
        using var suite = new SuiteRun(Suite);
        suite.Set("pid", 0);
        suite.Set("err", 100);

        Assert.Equal(0, suite.Run(program, new TracepointContext()));

        Assert.Equal(100, suite.Get<int>("err"));
    }

    [Fact]
    public void What_a_program_writes_is_in_the_map()
    {
        using var suite = new SuiteRun(Suite);

        suite.Run("test_dynptr_data", new TracepointContext());

        Assert.Equal(999u, suite.Get<ArrayMap<uint>>("array_map").Lookup(0).Value);
    }

    [Theory]
    [InlineData("test_skb_readonly", 1)]
    [InlineData("test_dynptr_skb_data", 1)]
    [InlineData("test_dynptr_is_rdonly", 0)]
    [InlineData("test_dynptr_clone", 0)]
    [InlineData("test_dynptr_skb_no_buff", 1)]
    [InlineData("test_dynptr_skb_strcmp", 1)]
    [InlineData("test_dynptr_memset_readonly", 0)]
    public void A_program_of_a_cgroup_sees_a_packet_that_it_may_only_read(string program, int returns)
    {
        using var suite = new SuiteRun(Suite);
        var packet = new SkBuff(BpfProgramType.CgroupSkb, TestPackets.Ipv4());

        Assert.Equal(returns, suite.Run(program, packet));

        Assert.Equal(0, suite.Get<int>("err"));
        Assert.Equal(TestPackets.Ipv4()[14..], packet.ToArray());
    }

    [Theory]
    [InlineData("test_dynptr_skb_tp_btf")]
    public void A_traced_packet_may_only_be_read(string program)
    {
        using var suite = new SuiteRun(Suite);

        suite.Run(program, new SkBuff(BpfProgramType.Tracing, TestPackets.Ipv4()), (nuint)0);

        Assert.Equal(0, suite.Get<int>("err"));
    }

    [Theory]
    [InlineData("test_copy_from_user_dynptr")]
    [InlineData("test_copy_from_user_str_dynptr")]
    [InlineData("test_copy_from_user_task_dynptr")]
    [InlineData("test_copy_from_user_task_str_dynptr")]
    public void A_program_reads_what_lies_at_an_address_of_user_space(string program)
    {
        using var suite = new SuiteRun(Suite);
        using var text = new UserText(suite);

        Assert.Equal(0, suite.Run(program, new TracepointContext()));

        Assert.Equal(0, suite.Get<int>("err"));
    }

    [Theory]
    [InlineData("test_copy_from_user_dynptr")]
    [InlineData("test_copy_from_user_str_dynptr")]
    public void A_program_that_reads_something_else_finds_the_error(string program)
    {
        using var suite = new SuiteRun(Suite);
        using var text = new UserText(suite);
        suite.SetBytes("expected_str", "something else"u8);

        suite.Run(program, new TracepointContext());

        Assert.Equal(1, suite.Get<int>("err"));
    }

    [Theory]
    [InlineData("test_dynptr_skb_meta_data")]
    [InlineData("test_dynptr_skb_meta_flags")]
    public void A_packet_without_metadata_has_an_empty_dynptr_of_it(string program)
    {
        using var suite = new SuiteRun(Suite);

        var result = TestRun.Run(BpfProgramType.SchedCls, (SkBuff skb) => suite.Run(program, skb), TestPackets.Ipv4());

        Assert.Equal((0, 1, 0), (result.Error, result.ReturnValue, suite.Get<int>("err")));
    }

    [Theory]
    [InlineData("test_dynptr_copy_xdp", XdpAction.XDP_DROP)]
    [InlineData("test_dynptr_memset_xdp_chunks", XdpAction.XDP_DROP)]
    [InlineData("test_probe_read_user_dynptr", XdpAction.XDP_PASS)]
    [InlineData("test_probe_read_kernel_dynptr", XdpAction.XDP_PASS)]
    [InlineData("test_probe_read_user_str_dynptr", XdpAction.XDP_PASS)]
    [InlineData("test_probe_read_kernel_str_dynptr", XdpAction.XDP_PASS)]
    public void A_packet_in_two_pieces_is_read_and_written_across_them(string program, int returns)
    {
        using var suite = new SuiteRun(Suite);
        using var text = new UserText(suite);

        var result = TestRun.Run((XdpBuff xdp) => suite.Run(program, xdp), new byte[5000]);

        Assert.Equal((0, returns, 0), (result.Error, result.ReturnValue, suite.Get<int>("err")));
    }

    [Fact]
    public void What_is_copied_into_a_packet_in_two_pieces_is_there()
    {
        using var suite = new SuiteRun(Suite);

        var output = TestRun.Run((XdpBuff xdp) => suite.Run("test_dynptr_memset_xdp_chunks", xdp), new byte[5000]).Output.ToArray();

        Assert.All(output, value => Assert.Equal(42, value));
    }
}
