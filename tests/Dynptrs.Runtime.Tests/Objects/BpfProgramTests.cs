using System;

namespace Dynptrs.Tests.Objects;

/// <summary>The programs of an object, as a skeleton makes them.</summary>
public sealed class BpfProgramTests
{
    private static readonly byte[] Packet = new byte[60];

    [Fact]
    public void An_xdp_program_runs_on_bytes_and_on_packets()
    {
        var program = new XdpProgram("count", "xdp", "XDP", null, static xdp => (int)xdp.Length);
        Assert.Equal(60, program.Run(Packet).ReturnValue);
        Assert.Equal(14, program.Run(new XdpBuff(new byte[14])).ReturnValue);
        Assert.Equal(-Errno.EINVAL, program.Run(new byte[13]).Error);
    }

    [Fact]
    public void A_program_of_a_socket_buffer_runs_with_its_type()
    {
        var program = new SkBuffProgram(
            "type", "cgroup_skb/egress", "CGROUP_SKB", null, BpfProgramType.CgroupSkb, static skb => (int)skb.ProgramType);
        Assert.Equal((int)BpfProgramType.CgroupSkb, program.Run(Packet).ReturnValue);
        Assert.Equal((int)BpfProgramType.SchedCls, program.Run(new SkBuff(BpfProgramType.SchedCls, Packet)).ReturnValue);
    }

    [Fact]
    public void A_program_with_a_context_runs_as_often_as_is_said()
    {
        var runs = 0;
        var program = new ContextProgram<string>(
            "sleep",
            "?tp/syscalls/sys_enter_nanosleep",
            "TRACEPOINT",
            "syscalls/sys_enter_nanosleep",
            context =>
            {
                runs++;
                return context.Length;
            });
        Assert.Equal(5, program.Run("hello", repeat: 3).ReturnValue);
        Assert.Equal(3, runs);
        Assert.Throws<ArgumentOutOfRangeException>(() => program.Run("hello", repeat: -1));
    }

    [Fact]
    public void A_program_with_arguments_is_called_with_them() =>
        Assert.Equal(3, new ArgumentsProgram<Func<int, int, int>>("add", "fentry/add", "TRACING", "add", static (a, b) => a + b).Run(1, 2));

    [Theory]
    [InlineData("?tc", false)]
    [InlineData("tc", true)]
    public void A_question_mark_says_that_a_program_is_not_loaded_by_default(string section, bool isLoaded)
    {
        var program = new SkBuffProgram("filter", section, "SCHED_CLS", null, BpfProgramType.SchedCls, static _ => 0);
        Assert.Equal(isLoaded, program.IsLoadedByDefault);
        Assert.Equal($"filter (SEC(\"{section}\"))", program.ToString());
    }
}
