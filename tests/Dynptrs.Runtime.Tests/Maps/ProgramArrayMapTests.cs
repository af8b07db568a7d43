using System;

namespace Dynptrs.Tests.Maps;

public class ProgramArrayMapTests
{
    private static readonly ProgramArrayMap Programs = new(2);

    [Fact]
    public void A_program_that_runs_goes_on_with_another()
    {
        Assert.Equal(0, Programs.Update(1, new XdpProgram("Last", "xdp", "XDP", null, static xdp => xdp.Length)));

        Assert.Equal(20, TestRun.Run(Leave, new byte[20]).ReturnValue);

        Assert.Equal(0, Programs.Delete(1));
        Assert.Equal(1, TestRun.Run(Leave, new byte[20]).ReturnValue);
    }

    [Fact]
    public void What_runs_no_program_cannot_go_on()
    {
        var map = new ProgramArrayMap(1);
        map.TailCall(new XdpBuff(new byte[20]), 0);
        map.Update(0, new XdpProgram("Last", "xdp", "XDP", null, static xdp => 2));

        Assert.Throws<InvalidOperationException>(() => map.TailCall(new XdpBuff(new byte[20]), 0));
    }

    private static int Leave(XdpBuff xdp)
    {
        Programs.TailCall(xdp, 1);
        return 1;
    }
}
