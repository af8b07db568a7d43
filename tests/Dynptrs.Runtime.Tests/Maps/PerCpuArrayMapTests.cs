using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Tests.Maps;

public class PerCpuArrayMapTests
{
    private readonly PerCpuArrayMap<int> _map = new(2);

    [Theory]
    [InlineData(9, 3, -Errno.EINVAL)]
    [InlineData(0, 8, -Errno.EINVAL)]
    [InlineData(0, 7, -Errno.EINVAL)]
    [InlineData(2, 0, -Errno.E2BIG)]
    [InlineData(2, 1, -Errno.E2BIG)]
    [InlineData(uint.MaxValue, 4, -Errno.E2BIG)]
    [InlineData(0, 1, -Errno.EEXIST)]
    [InlineData(0, 5, -Errno.EEXIST)]
    [InlineData(0, 4, -Errno.EINVAL)]
    [InlineData(0, 6, -Errno.EINVAL)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 2, 0)]
    public void Update_results_follow_the_kernels_order(uint key, ulong flags, int expected)
    {
        Assert.Equal(expected, _map.Update(key, 5, flags));

        // Only the processor that this ran on has the value.
        Assert.Equal(expected == 0 ? [5] : [], _map.SelectMany(pair => pair.Value).Where(value => value != 0));
        Assert.Equal(expected == 0 && key == 0 ? 1 : 0, Values(0).Count(value => value == 5));
    }

    [Fact]
    public void Each_processor_has_a_value_of_its_own()
    {
        for (var cpu = 0; cpu < CurrentCpu.Count; cpu++)
            _map[1, cpu] = cpu + 100;

        var value = _map.Lookup(1);
        Assert.InRange(value.Value, 100, 99 + CurrentCpu.Count);
        Assert.Equal(Enumerable.Range(100, CurrentCpu.Count), Values(1));

        value.Value = -1;
        Assert.Single(Values(1), -1);
        Assert.Equal(new int[CurrentCpu.Count], Values(0));
    }

    [Fact]
    public void Lookup_finds_every_index_in_range()
    {
        Assert.True(_map.Lookup(0));
        Assert.True(_map.Lookup(1));
        Assert.True(_map.Lookup(2).IsNull);
        Assert.True(_map.Lookup(uint.MaxValue).IsNull);
        Assert.False(_map.TryGet(2, out var values));
        Assert.Empty(values);
    }

    [Fact]
    public void Nothing_can_be_deleted()
    {
        Assert.Equal(-Errno.EINVAL, _map.Delete(0));
        Assert.Equal(-Errno.EINVAL, _map.Delete(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_map_has_at_least_one_entry(int maxEntries) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerCpuArrayMap<int>(maxEntries));

    [Fact]
    public void The_host_sees_the_values_of_all_processors()
    {
        _map[0, 0] = 3;

        var all = _map.ToDictionary(pair => pair.Key, pair => pair.Value);

        Assert.Equal([0u, 1u], all.Keys.Order());
        Assert.Equal(3, all[0][0]);
        Assert.All(all.Values, values => Assert.Equal(CurrentCpu.Count, values.Count));
        Assert.Throws<IndexOutOfRangeException>(() => _map[2, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => _map[0, CurrentCpu.Count]);
    }

    [Fact]
    public void A_value_may_be_larger_than_an_element_of_an_array()
    {
        var map = new PerCpuArrayMap<Mebibyte>(2);

        map.Lookup(1).Bytes[^1] = 5;

        Assert.True(map.TryGet(1, out var values));
        Assert.Equal(5, values.Sum(value => value[^1]));
        Assert.False(map.TryGet(2, out _));
    }

    private IReadOnlyList<int> Values(uint key)
    {
        Assert.True(_map.TryGet(key, out var values));
        return values;
    }
}
