using System;
using System.Buffers.Binary;

namespace Dynptrs.Tests.Programs;

/// <summary>Programs are run as BPF_PROG_TEST_RUN runs them: sizes and errors as the kernel gave them.</summary>
public class TestRunTests
{
    [Theory]
    [InlineData(13, -Errno.EINVAL)]
    [InlineData(14, 0)]
    [InlineData(73344, 0)]
    [InlineData(73345, -Errno.ENOMEM)]
    public void Sizes_of_a_socket_buffer(int length, int expected) =>
        AssertRuns(expected, ran => TestRun.Run(BpfProgramType.SchedCls, _ => ran(), new byte[length]));

    [Theory]
    [InlineData(13, -Errno.EINVAL)]
    [InlineData(14, 0)]
    [InlineData(73152, 0)]
    [InlineData(73153, -Errno.ENOMEM)]
    public void Sizes_of_an_xdp_packet(int length, int expected) =>
        AssertRuns(expected, ran => TestRun.Run((XdpBuff _) => ran(), new byte[length]));

    [Theory]
    [InlineData(BpfProgramType.SchedCls, 64, null, 64, 64)]
    [InlineData(BpfProgramType.SchedCls, 3712, null, 3712, 3712)]
    [InlineData(BpfProgramType.SchedAct, 4096, null, 3712, 4096)]
    [InlineData(BpfProgramType.SchedCls, 64, 0, 64, 64)]
    [InlineData(BpfProgramType.SchedCls, 64, 5, 14, 64)]
    [InlineData(BpfProgramType.SchedCls, 64, 20, 20, 64)]
    [InlineData(BpfProgramType.SchedCls, 64, 64, 64, 64)]
    [InlineData(BpfProgramType.LwtXmit, 64, null, 50, 50)]
    [InlineData(BpfProgramType.LwtXmit, 64, 0, 50, 50)]
    [InlineData(BpfProgramType.CgroupSkb, 64, 20, 6, 50)]
    public void The_parts_of_a_socket_buffer(BpfProgramType type, int length, int? linear, int expectedLinear, int expectedLength)
    {
        var input = TestBytes.Counting(length);
        var run = TestRun.Run(
            type,
            packet =>
            {
                Assert.Equal(type, packet.ProgramType);
                Assert.Equal((expectedLinear, expectedLength), (packet.LinearLength, packet.Length));
                Assert.Equal(input[(length - expectedLength)..], packet.ToArray());
                return 5;
            },
            input,
            new TestRunOptions { LinearLength = linear });

        Assert.Equal((0, 5), (run.Error, run.ReturnValue));
        Assert.Equal([.. new byte[length - expectedLength], .. input[(length - expectedLength)..]], run.Output.ToArray());
        Assert.Equal(0, run.MetadataLength);
    }

    [Theory]
    [InlineData(BpfProgramType.SchedCls, 65, 0, -Errno.EINVAL)]
    [InlineData(BpfProgramType.LwtXmit, 20, 0, -Errno.EINVAL)]
    [InlineData(BpfProgramType.LwtIn, 20, 0, -Errno.EINVAL)]
    [InlineData(BpfProgramType.LwtOut, 20, 0, -Errno.EINVAL)]
    [InlineData(BpfProgramType.SchedCls, null, 4, -Errno.EINVAL)]
    [InlineData(BpfProgramType.SkSkb, null, 0, -Errno.ENOTSUPP)]
    [InlineData(BpfProgramType.Netfilter, null, 0, 0)]
    [InlineData(BpfProgramType.Netfilter, 20, 0, -Errno.EINVAL)]
    [InlineData(BpfProgramType.Netfilter, null, 4, -Errno.EINVAL)]
    [InlineData(BpfProgramType.Tracing, null, 0, -Errno.EOPNOTSUPP)]
    [InlineData(BpfProgramType.LwtSeg6Local, 20, 0, 0)]
    [InlineData(BpfProgramType.SocketFilter, null, 0, 0)]
    public void Errors_of_a_socket_buffer(BpfProgramType type, int? linear, int metadata, int expected) =>
        AssertRuns(expected, ran => TestRun.Run(
            type, _ => ran(), new byte[64], new TestRunOptions { LinearLength = linear, MetadataLength = metadata }));

    // Linux 7.2 runs 20 to 3,712 bytes, and gives none back.
    [Theory]
    [InlineData(20)]
    [InlineData(3712)]
    public void The_packet_of_a_netfilter_program_begins_with_its_ip_header(int length)
    {
        var input = TestBytes.Counting(length);
        var run = TestRun.Run(
            BpfProgramType.Netfilter,
            packet =>
            {
                Assert.Equal((length, length), (packet.LinearLength, packet.Length));
                Assert.Equal(BinaryPrimitives.ReverseEndianness((ushort)EtherType.Ip), packet.Protocol);
                Assert.Equal(0, packet.ToDynptr(out var ptr));
                Assert.Equal((uint)length, ptr.Size);
                Assert.Equal(input, packet.ToArray());
                return 1;
            },
            input);

        Assert.Equal((0, 1, 0), (run.Error, run.ReturnValue, run.Output.Length));
    }

    [Theory]
    [InlineData(19)]
    [InlineData(3713)]
    public void Errors_of_the_packet_of_a_netfilter_program(int length) =>
        AssertRuns(-Errno.EINVAL, ran => TestRun.Run(BpfProgramType.Netfilter, _ => ran(), new byte[length]));

    [Theory]
    [InlineData(64, null, 0, 64, 64)]
    [InlineData(3520, null, 0, 3520, 3520)]
    [InlineData(9000, null, 0, 3520, 9000)]
    [InlineData(64, 13, 0, 13, 64)]
    [InlineData(64, 0, 0, 0, 64)]
    [InlineData(64, 64, 4, 60, 60)]
    [InlineData(64, 14, 4, 10, 60)]
    [InlineData(64, 4, 4, 0, 60)]
    [InlineData(64, 64, 48, 16, 16)]
    [InlineData(5000, null, 8, 3520, 4992)]
    public void The_parts_of_an_xdp_packet(int length, int? linear, int metadata, int expectedLinear, int expectedLength)
    {
        var input = TestBytes.Counting(length);
        var run = TestRun.Run(
            (XdpBuff packet) =>
            {
                Assert.Equal((expectedLinear, expectedLength), (packet.LinearLength, packet.Length));
                Assert.Equal(input[..metadata], packet.Metadata.ToArray());
                Assert.Equal(input[metadata..], packet.ToArray());
                Assert.Equal((256, 3520 - expectedLinear), (packet.Headroom, packet.Tailroom));
                return XdpAction.XDP_PASS;
            },
            input,
            new TestRunOptions { LinearLength = linear, MetadataLength = metadata });

        Assert.Equal((0, XdpAction.XDP_PASS, metadata), (run.Error, run.ReturnValue, run.MetadataLength));
        Assert.Equal(input, run.Output.ToArray());
    }

    [Theory]
    [InlineData(65, 0)]
    [InlineData(null, 3)]
    [InlineData(null, 52)]
    [InlineData(4, 8)]
    [InlineData(null, 256)]
    public void Errors_of_an_xdp_packet(int? linear, int metadata) =>
        AssertRuns(-Errno.EINVAL, ran => TestRun.Run(
            (XdpBuff _) => ran(), new byte[64], new TestRunOptions { LinearLength = linear, MetadataLength = metadata }));

    [Theory]
    [InlineData(216, 0)]
    [InlineData(220, -Errno.EINVAL)]
    public void The_headroom_has_room_for_metadata_beside_the_kernels_part(int metadata, int expected) =>
        AssertRuns(expected, ran => TestRun.Run((XdpBuff _) => ran(), new byte[500], new TestRunOptions { MetadataLength = metadata }));

    [Fact]
    public void The_result_shows_the_packet_after_the_run()
    {
        var run = TestRun.Run(
            static (XdpBuff packet) =>
            {
                Assert.Equal(0, packet.AdjustMetadata(-4));
                Assert.Equal(0, packet.AdjustHead(4));
                Assert.Equal(0, packet.AdjustTail(2));
                return XdpAction.XDP_TX;
            },
            TestBytes.Counting(20));

        Assert.Equal(XdpAction.XDP_TX, run.ReturnValue);
        Assert.Equal(4, run.MetadataLength);
        Assert.Equal([.. new byte[4], .. TestBytes.Counting(20)[4..], 0, 0], run.Output.ToArray());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    public void Each_repetition_meets_what_the_one_before_left(int repeat, int expected)
    {
        var run = TestRun.Run(
            BpfProgramType.SchedCls,
            static packet =>
            {
                Assert.Equal(0, packet.ChangeHead(1));
                return packet.Length;
            },
            new byte[20],
            new TestRunOptions { Repeat = repeat });

        Assert.Equal(20 + expected, run.ReturnValue);
        Assert.Equal(20 + expected, run.Output.Length);
        Assert.True(run.Duration >= 0);
    }

    [Fact]
    public void The_duration_is_that_of_one_run()
    {
        var run = TestRun.Run(
            static (TracepointContext _) =>
            {
                System.Threading.Thread.Sleep(2);
                return 0;
            },
            new TracepointContext(),
            repeat: 5);

        Assert.InRange(run.Duration, 1_000_000, long.MaxValue);
    }

    [Fact]
    public void A_tracepoint_program_is_given_its_arguments()
    {
        var run = TestRun.Run(static (TracepointContext context) => (int)context[1] + context.Count, new TracepointContext(1, 40));

        Assert.Equal((0, 42), (run.Error, run.ReturnValue));
        Assert.True(run.Output.IsEmpty);
    }

    [Fact]
    public void A_packet_of_the_hosts_own_is_run_as_it_is()
    {
        var packet = new SkBuff(BpfProgramType.SkSkb, TestBytes.Counting(20));

        var run = TestRun.Run(static (SkBuff packet) => packet.StoreBytes(0, (byte)99), packet);

        Assert.Equal((0, 0), (run.Error, run.ReturnValue));
        Assert.Equal(99, packet.ToArray()[0]);
        Assert.Equal([.. new byte[14], 99, .. TestBytes.Counting(20)[15..]], run.Output.ToArray());
    }

    [Theory]
    [InlineData(0, XdpAction.XDP_REDIRECT)]
    [InlineData(BpfConstants.BPF_F_INGRESS, XdpAction.XDP_ABORTED)]
    public void An_xdp_program_redirects_without_flags(ulong flags, int expected)
    {
        var run = TestRun.Run((XdpBuff _) => Redirect.ToInterface(3, flags), new byte[14]);

        Assert.Equal(expected, run.ReturnValue);
        Assert.Equal(expected == XdpAction.XDP_REDIRECT ? [new RedirectTarget(3, 0)] : [], run.Redirects);
    }

    [Theory]
    [InlineData(0, TcAction.TC_ACT_REDIRECT)]
    [InlineData(BpfConstants.BPF_F_INGRESS, TcAction.TC_ACT_REDIRECT)]
    [InlineData(2, TcAction.TC_ACT_SHOT)]
    [InlineData(3, TcAction.TC_ACT_SHOT)]
    public void Another_program_may_redirect_to_the_receiving_side(ulong flags, int expected)
    {
        var run = TestRun.Run(BpfProgramType.SchedCls, _ => Redirect.ToInterface(3, flags), new byte[14]);

        Assert.Equal(expected, run.ReturnValue);
        Assert.Equal(expected == TcAction.TC_ACT_REDIRECT ? [new RedirectTarget(3, flags)] : [], run.Redirects);
    }

    [Fact]
    public void The_redirects_are_those_of_the_last_run()
    {
        uint runs = 0;
        var run = TestRun.Run(
            (XdpBuff _) =>
            {
                Redirect.ToInterface(++runs, 0);
                return Redirect.ToInterface(100, 0);
            },
            new byte[14],
            new TestRunOptions { Repeat = 3 });

        Assert.Equal([new RedirectTarget(3, 0), new RedirectTarget(100, 0)], run.Redirects);
    }

    [Fact]
    public void Only_a_running_program_can_redirect()
    {
        Assert.Throws<InvalidOperationException>(() => Redirect.ToInterface(3, 0));
        Assert.Throws<DivideByZeroException>(() => TestRun.Run(static (XdpBuff _) => throw new DivideByZeroException(), new byte[14]));
        Assert.Throws<InvalidOperationException>(() => Redirect.ToInterface(3, 0));
        Assert.Throws<InvalidOperationException>(() =>
            TestRun.Run(static (TracepointContext _) => Redirect.ToInterface(3, 0), new TracepointContext()));
    }

    [Fact]
    public void A_run_inside_of_a_run_has_redirects_of_its_own()
    {
        TestRunResult? inner = null;
        var outer = TestRun.Run(
            (XdpBuff _) =>
            {
                inner = TestRun.Run(BpfProgramType.SchedCls, static _ => Redirect.ToInterface(1, 0), new byte[14]);
                return Redirect.ToInterface(2, 0);
            },
            new byte[14]);

        Assert.Equal([new RedirectTarget(1, 0)], inner!.Redirects);
        Assert.Equal([new RedirectTarget(2, 0)], outer.Redirects);
    }

    [Fact]
    public void Negative_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TestRun.Run(static (XdpBuff _) => 0, new byte[14], new TestRunOptions { Repeat = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TestRun.Run(static (XdpBuff _) => 0, new byte[14], new TestRunOptions { LinearLength = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TestRun.Run(static (XdpBuff _) => 0, new byte[14], new TestRunOptions { MetadataLength = -4 }));
    }

    private static void AssertRuns(int expected, Func<Func<int>, TestRunResult> run)
    {
        var runs = 0;
        var result = run(() => ++runs);
        Assert.Equal((expected, expected == 0 ? 1 : 0), (result.Error, runs));
    }
}
