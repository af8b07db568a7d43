using System;

namespace Dynptrs.Tests.Helpers;

public class BpfLoopTests
{
    private static int _runs;

    [Theory]
    [InlineData(8388609, 1, -Errno.EINVAL)]
    [InlineData(1, 1, -Errno.EINVAL)]
    [InlineData(8388609, 0, -Errno.E2BIG)]
    [InlineData(uint.MaxValue, 0, -Errno.E2BIG)]
    [InlineData(8388608, 0, 8388608)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 0, 0)]
    public void Results_follow_the_kernels_order(uint iterations, ulong flags, int expected)
    {
        uint count = 0;

        Assert.Equal(expected, BpfLoop.Run(iterations, static (uint _, ref uint count) => (int)(count++ & 0), ref count, flags));

        Assert.Equal(Math.Max(expected, 0), (int)count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 5)]
    [InlineData(9, 10)]
    [InlineData(10, 10)]
    public void It_stops_after_the_run_that_says_so(int stop, int expected) =>
        Assert.Equal(expected, BpfLoop.Run(10, static (index, ref stop) => index == stop ? 1 : 0, ref stop));

    [Fact]
    public void A_callback_needs_no_context()
    {
        _runs = 0;

        Assert.Equal(3, BpfLoop.Run(10, static index => ++_runs == 3 && index == 2 ? 1 : 0));
        Assert.Equal(-Errno.EINVAL, BpfLoop.Run(10, static _ => 0, flags: 1));
        Assert.Equal(-Errno.E2BIG, BpfLoop.Run(8388609, static _ => 0));

        Assert.Equal(3, _runs);
    }

    [Fact]
    public void A_callback_may_release_the_dynptr_of_its_caller()
    {
        var ptr = Make.Record(64);

        Assert.Equal(1, BpfLoop.Run(10, static (uint _, ref Dynptr ptr) =>
        {
            ptr.Submit();
            return 1;
        }, ref ptr));

        Refused.Access(ref ptr, "released", static (ref it) => it.Submit());
    }
}
