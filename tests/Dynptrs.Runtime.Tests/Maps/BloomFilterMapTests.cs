using System;
using System.Linq;

namespace Dynptrs.Tests.Maps;

public class BloomFilterMapTests
{
    [Fact]
    public void All_that_was_added_is_there_and_little_else()
    {
        var filter = new BloomFilterMap<long>(1_000);
        Assert.Equal(-Errno.ENOENT, filter.Peek(5));

        for (var i = 0; i < 1_000; i++)
            Assert.Equal(0, filter.Push(i));

        Assert.All(Enumerable.Range(0, 1_000), value => Assert.Equal(0, filter.Peek(value)));

        // With 8,192 bits, 5 functions and 1,000 values, some 2 percent are mistaken.
        Assert.InRange(Enumerable.Range(10_000, 10_000).Count(value => filter.Peek(value) == 0), 20, 600);
    }

    [Theory]
    [InlineData(BpfConstants.BPF_NOEXIST)]
    [InlineData(BpfConstants.BPF_EXIST)]
    [InlineData(ulong.MaxValue)]
    public void Flags_are_refused(ulong flags)
    {
        var filter = new BloomFilterMap<int>(1);
        Assert.Equal(-Errno.EINVAL, filter.Push(1, flags));
        Assert.Equal(-Errno.ENOENT, filter.Peek(1));
    }

    [Fact]
    public void It_is_made_with_flags_of_its_own_only()
    {
        Assert.Equal(MapFlags.BPF_F_ZERO_SEED, new BloomFilterMap<int>(1, MapFlags.BPF_F_ZERO_SEED).Flags);
        Assert.Throws<ArgumentException>(() => new BloomFilterMap<int>(1, MapFlags.BPF_F_NO_PREALLOC));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BloomFilterMap<int>(306_783_379));
    }
}
