using System.Collections.Generic;

namespace Dynptrs.Tests.Iterators;

public class NumberIteratorTests
{
    public static TheoryData<int, int, int> Limits => new(
    [
        (0, 0, 0),
        (5, 5, 0),
        (0, 8388608, 0),
        (-8388608, 0, 0),
        (int.MinValue, int.MinValue, 0),
        (int.MaxValue, int.MaxValue, 0),
        (1, 0, -Errno.EINVAL),
        (int.MaxValue, int.MinValue, -Errno.EINVAL),
        (0, 8388609, -Errno.E2BIG),
        (int.MinValue, int.MaxValue, -Errno.E2BIG),
    ]);

    public static TheoryData<int, int, int[]> Ranges => new(
    [
        (0, 3, [0, 1, 2]),
        (-2, 2, [-2, -1, 0, 1]),
        (7, 8, [7]),
        (4, 4, []),
        (4, 3, []),
        (0, int.MaxValue, []),
        (int.MinValue, int.MinValue + 2, [int.MinValue, int.MinValue + 1]),
        (int.MaxValue - 2, int.MaxValue, [int.MaxValue - 2, int.MaxValue - 1]),
    ]);

    [Theory]
    [MemberData(nameof(Limits))]
    public void Results_follow_the_kernels_order(int start, int end, int expected)
    {
        Assert.Equal(expected, NumberIterator.Create(start, end, out var iterator));
        iterator.Destroy();
        Assert.Equal(expected, BpfLoop.Range(start, end).Error);
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void All_numbers_come_in_order_and_then_none(int start, int end, int[] expected)
    {
        var found = new List<int>();
        _ = NumberIterator.Create(start, end, out var iterator);
        scoped ReadOnlySlice<int> number;
        while (number = iterator.Next())
            found.Add(number.Value);
        Assert.Equal(expected, found);
        Assert.True(iterator.Next().IsNull);
        iterator.Destroy();

        found.Clear();
        foreach (var i in BpfLoop.Range(start, end))
            found.Add(i);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void The_most_numbers_are_those_of_a_loop()
    {
        var count = 0;
        foreach (var i in BpfLoop.Range(-1, (int)BpfConstants.BPF_MAX_LOOPS - 1))
            count += i >= -1 ? 1 : 0;

        Assert.Equal((int)BpfConstants.BPF_MAX_LOOPS, count);
    }

    [Fact]
    public void A_number_lies_inside_the_iterator()
    {
        Assert.Equal(0, NumberIterator.Create(3, 9, out var iterator));
        var number = iterator.Next();
        Assert.Equal(3, number.Value);

        Assert.False(iterator.Next().IsNull);
        Assert.Equal(4, number.Value);

        iterator.Destroy();
        Refused.Access(ref number, "gone", static (ref it) => _ = it.Value);
    }

    [Fact]
    public void An_iterator_is_used_between_its_creation_and_its_end()
    {
        NumberIterator never = default;
        Refused.Access(ref never, "never made", static (ref it) => it.Next());
        Refused.Access(ref never, "never made", static (ref it) => it.Destroy());

        Assert.Equal(-Errno.EINVAL, NumberIterator.Create(3, 2, out var failed));
        Assert.True(failed.Next().IsNull);
        failed.Destroy();
        Refused.Access(ref failed, "destroyed", static (ref it) => it.Next());
        Refused.Access(ref failed, "destroyed", static (ref it) => it.Destroy());
    }
}
