using System;

namespace Dynptrs.Tests.Memory;

public class FromMemoryTests
{
    [Theory]
    [InlineData(16777216, 0, -Errno.E2BIG)]
    [InlineData(16777216, 1, -Errno.E2BIG)]
    [InlineData(16777215, 1, -Errno.EINVAL)]
    [InlineData(16777215, 0, 0)]
    [InlineData(0, 0, 0)]
    public void Results_follow_the_kernels_order(int size, ulong flags, int expected)
    {
        Assert.Equal(expected, Dynptr.FromMemory(new byte[size], flags, out var ptr));

        Assert.Equal(expected != 0, ptr.IsNull);
        Assert.Equal(expected != 0 ? unchecked((ulong)-Errno.EINVAL) : (ulong)size, ptr.Size);
    }

    [Fact]
    public void A_typed_dynptr_reaches_the_variable_itself()
    {
        var map = new ArrayMap<long>(1);
        var value = map.Lookup(0);
        Assert.Equal(0, Dynptr.FromMemory(ref value.Value, out var ptr));

        Assert.Equal(0, ptr.Write(0, 0x1122334455667788L));

        Assert.Equal(8u, ptr.Size);
        Assert.Equal(0x1122334455667788L, map.Lookup(0).Value);
    }

    [Fact]
    public void It_may_cover_a_part_of_a_value()
    {
        var map = new ArrayMap<long>(1);
        Assert.Equal(0, Dynptr.FromMemory(map.Lookup(0).Bytes[4..], out var ptr));

        Assert.Equal(4u, ptr.Size);
        Assert.Equal(0, ptr.Write(0, 1));
        Assert.Equal(1L << 32, map.Lookup(0).Value);
    }

    [Fact]
    public void Its_memory_is_kept_alive_and_followed_when_it_moves()
    {
        var ptr = Make.Local(TestBytes.Counting(64));
        var slice = ptr.Data(0, 64);

        GC.Collect();
        GC.Collect();

        Span<byte> read = stackalloc byte[64];
        Assert.Equal(0, ptr.Read(read));
        Assert.Equal(TestBytes.Counting(64), read.ToArray());
        Assert.Equal(63, slice[63]);
    }
}
