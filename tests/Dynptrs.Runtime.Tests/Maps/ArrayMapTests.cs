using System;
using System.Collections.Generic;

namespace Dynptrs.Tests.Maps;

public class ArrayMapTests
{
    private readonly ArrayMap<int> _map = new(2);

    [Theory]
    [InlineData(9, 3, -Errno.EINVAL)]
    [InlineData(0, 3, -Errno.EINVAL)]
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

        Assert.Equal(expected == 0 && key == 0 ? 5 : 0, _map.Lookup(0).Value);
        Assert.Equal(expected == 0 && key == 1 ? 5 : 0, _map.Lookup(1).Value);
    }

    [Fact]
    public void Lookup_finds_every_index_in_range()
    {
        Assert.True(_map.Lookup(0));
        Assert.True(_map.Lookup(1));
        Assert.True(_map.Lookup(2).IsNull);
        Assert.True(_map.Lookup(uint.MaxValue).IsNull);
    }

    [Fact]
    public void An_update_shows_through_what_was_looked_up()
    {
        var value = _map.Lookup(1);

        Assert.Equal(0, _map.Update(1, 5));

        Assert.Equal(5, value.Value);
        value.Value++;
        Assert.Equal(6, _map.Lookup(1).Span[0]);
    }

    [Fact]
    public void Nothing_can_be_deleted()
    {
        Assert.Equal(-Errno.EINVAL, _map.Delete(0));
        Assert.Equal(-Errno.EINVAL, _map.Delete(2));
    }

    [Fact]
    public void The_host_sets_gets_and_enumerates_values()
    {
        _map[1] = 10;

        Assert.Equal(10, _map.Lookup(1).Value);
        Assert.True(_map.TryGet(1, out var value));
        Assert.Equal(10, value);
        Assert.False(_map.TryGet(2, out value));
        Assert.Equal(0, value);
        Assert.Equal([new KeyValuePair<uint, int>(0, 0), new KeyValuePair<uint, int>(1, 10)], _map);
        Assert.Throws<IndexOutOfRangeException>(() => _map[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_map_has_at_least_one_entry(int maxEntries) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArrayMap<int>(maxEntries));

    [Fact]
    public void A_value_may_be_larger_than_an_element_of_an_array()
    {
        var map = new ArrayMap<Mebibyte>(3);

        map.Lookup(2).Bytes[^1] = 5;

        Assert.Equal(5, map[2][^1]);
        Assert.Equal(0, map[1][^1]);
        Assert.Equal(0, map.Update(0, in map[2]));
        Assert.Equal(5, map[0][^1]);
    }

    [Fact]
    public void Values_of_more_bytes_than_there_is_room_for_are_refused() =>
        Assert.Contains("2149580800 bytes", Assert.Throws<ArgumentOutOfRangeException>(() => new ArrayMap<Mebibyte>(2050)).Message);
}
