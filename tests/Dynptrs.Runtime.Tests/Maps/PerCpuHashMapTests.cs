using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Tests.Maps;

public class PerCpuHashMapTests
{
    private readonly PerCpuHashMap<long, int> _map = new(2);
    private readonly LruPerCpuHashMap<long, int> _lru = new(2);

    [Theory]
    [InlineData(1, 3, -Errno.EINVAL, 0)]
    [InlineData(1, BpfConstants.BPF_F_LOCK, -Errno.EINVAL, 0)]
    [InlineData(1, BpfConstants.BPF_NOEXIST, -Errno.EEXIST, 0)]
    [InlineData(3, BpfConstants.BPF_EXIST, -Errno.ENOENT, 0)]
    [InlineData(1, BpfConstants.BPF_EXIST, 0, 0)]
    [InlineData(1, BpfConstants.BPF_ANY, 0, 0)]
    [InlineData(3, BpfConstants.BPF_ANY, -Errno.E2BIG, 1)]
    [InlineData(3, BpfConstants.BPF_NOEXIST, -Errno.E2BIG, 1)]
    public void Update_results_follow_the_kernels_order(long key, ulong flags, int expected, int others)
    {
        for (var i = 1; i <= 1 + others; i++)
            Assert.Equal(0, _map.Update(i, 10));

        Assert.Equal(expected, _map.Update(key, 5, flags));

        Assert.Equal(1 + others, _map.Count);
        Assert.Equal(expected == 0, Values(_map, 1).Contains(5));
        Assert.False(_map.TryGet(3, out var none));
        Assert.Empty(none);
    }

    [Fact]
    public void A_new_key_has_zeroes_for_all_other_processors()
    {
        _map.Update(1, 5);
        for (var cpu = 0; cpu < CurrentCpu.Count; cpu++)
            _map[1, cpu] = 100 + cpu;
        Assert.InRange(_map.Lookup(1).Value, 100, 99 + CurrentCpu.Count);

        Assert.Equal(0, _map.Delete(1));
        Assert.Equal(-Errno.ENOENT, _map.Delete(1));
        _map.Update(2, 7);

        Assert.Equal(7, Values(_map, 2).Sum());
    }

    [Fact]
    public void Who_looked_up_a_value_sees_that_of_the_next_new_key_after_the_key_was_deleted()
    {
        _map.Update(1, 5);
        _map[1, 0] = 6;
        var before = _map.LookupPerCpu(1, 0);

        _map.Delete(1);
        Assert.Equal(6, before.Value);
        _map.Update(2, 0);

        Assert.Equal(0, before.Value);
    }

    [Fact]
    public void A_lookup_may_name_a_processor()
    {
        _map.Update(1, 0);
        _lru.Update(1, 0);
        for (var cpu = 0; cpu < CurrentCpu.Count; cpu++)
            _map[1, cpu] = _lru[1, cpu] = 100 + cpu;

        for (var cpu = 0u; cpu < CurrentCpu.Count; cpu++)
        {
            Assert.Equal(100 + (int)cpu, _map.LookupPerCpu(1, cpu).Value);
            Assert.Equal(100 + (int)cpu, _lru.LookupPerCpu(1, cpu).Value);
        }

        Assert.True(_map.LookupPerCpu(1, (uint)CurrentCpu.Count).IsNull);
        Assert.True(_lru.LookupPerCpu(1, uint.MaxValue).IsNull);
        Assert.True(_map.LookupPerCpu(2, 0).IsNull);
        Assert.True(_lru.LookupPerCpu(2, 0).IsNull);
        var array = new PerCpuArrayMap<int>(1);
        Assert.False(array.LookupPerCpu(0, 0).IsNull);
        Assert.True(array.LookupPerCpu(1, 0).IsNull);
        Assert.True(array.LookupPerCpu(0, (uint)CurrentCpu.Count).IsNull);
    }

    [Fact]
    public void A_full_map_drops_the_key_that_was_not_used()
    {
        _lru.Update(1, 1);
        _lru.Update(2, 2);
        Assert.False(_lru.Lookup(1).IsNull);

        Assert.Equal(0, _lru.Update(3, 3));

        Assert.Equal([1, 3], _lru.Select(entry => entry.Key).Order());
        Assert.Equal(3, Values(_lru, 3).Sum());
    }

    [Fact]
    public void Only_an_update_that_must_find_its_key_makes_no_room()
    {
        _lru.Update(1, 1);
        _lru.Update(2, 2);

        Assert.Equal(-Errno.ENOENT, _lru.Update(3, 3, BpfConstants.BPF_EXIST));
        Assert.Equal(0, _lru.Update(2, 5, BpfConstants.BPF_EXIST));
        Assert.Equal(2, _lru.Count);

        Assert.Equal(-Errno.EEXIST, _lru.Update(2, 3, BpfConstants.BPF_NOEXIST));
        Assert.Equal([2], _lru.Select(entry => entry.Key));
    }

    [Fact]
    public void Each_key_is_visited_with_the_value_of_this_processor()
    {
        _map.Update(1, 0);
        _map.Update(2, 0);
        _lru.Update(3, 0);
        for (var cpu = 0; cpu < CurrentCpu.Count; cpu++)
            (_map[1, cpu], _map[2, cpu], _lru[3, cpu]) = (10, 20, 30);
        var sum = 0;

        Assert.Equal(2, _map.ForEach(static (map, in key, ref value, ref sum) => Add(ref sum, value), ref sum));
        Assert.Equal(1, _lru.ForEach(static (map, in key, ref value, ref sum) => Add(ref sum, value), ref sum));
        Assert.Equal(60, sum);
        Assert.Equal(1, _map.ForEach(static (map, in key, ref value) => 1));
        Assert.Equal(-Errno.EINVAL, _map.ForEach(static (map, in key, ref value) => 0, 1));
        Assert.Equal(-Errno.EINVAL, _lru.ForEach(static (map, in key, ref value) => 0, 1));
    }

    [Fact]
    public void The_host_reads_and_writes_the_value_of_each_processor()
    {
        _map.Update(1, 5);
        Assert.Throws<KeyNotFoundException>(() => _map[2, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => _map[1, CurrentCpu.Count]);
        Assert.Equal(CurrentCpu.Count, _map.Single().Value.Count);
        Assert.Equal(-Errno.ENOENT, _lru.Delete(1));
        Assert.Equal(0, _lru.Update(1, 5));
        Assert.Equal(0, _lru.Delete(1));
        Assert.Empty(_lru);
    }

    private static int Add(ref int sum, int value)
    {
        sum += value;
        return 0;
    }

    private static IReadOnlyList<int> Values(PerCpuHashMap<long, int> map, long key)
    {
        Assert.True(map.TryGet(key, out var values));
        return values;
    }

    private static IReadOnlyList<int> Values(LruPerCpuHashMap<long, int> map, long key)
    {
        Assert.True(map.TryGet(key, out var values));
        return values;
    }
}
