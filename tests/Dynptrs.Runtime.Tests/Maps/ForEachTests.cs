using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Tests.Maps;

/// <summary>bpf_for_each_map_elem over each type of map.</summary>
public class ForEachTests
{
    private static readonly ArrayMap<int> Array = new(3);
    private static readonly HashMap<uint, int> Hash = new(100);
    private static readonly LruHashMap<uint, int> Lru = new(100);
    private static readonly PerCpuArrayMap<int> PerCpu = new(3);

    static ForEachTests()
    {
        for (uint key = 0; key < 3; key++)
        {
            Array[key] = (int)key * 10;
            Assert.Equal(0, Hash.Update(key, (int)key * 10));
            Assert.Equal(0, Lru.Update(key, (int)key * 10));
            for (var cpu = 0; cpu < CurrentCpu.Count; cpu++)
                PerCpu[key, cpu] = (int)key * 10;
        }
    }

    [Fact]
    public void Each_element_is_visited_once()
    {
        var sum = default(Sum);

        Assert.Equal(3, Array.ForEach(static (map, in key, ref value, ref sum) => sum.Add(map == Array, key, value), ref sum));
        Assert.Equal(3, Hash.ForEach(static (map, in key, ref value, ref sum) => sum.Add(map == Hash, key, value), ref sum));
        Assert.Equal(3, Lru.ForEach(static (map, in key, ref value, ref sum) => sum.Add(map == Lru, key, value), ref sum));
        Assert.Equal(3, PerCpu.ForEach(static (map, in key, ref value, ref sum) => sum.Add(map == PerCpu, key, value), ref sum));

        Assert.Equal(new Sum { Maps = 12, Keys = 12, Values = 120 }, sum);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void It_stops_after_the_element_that_says_so_and_counts_it(int stop, int expected)
    {
        var left = stop;
        Assert.Equal(expected, Array.ForEach(static (map, in key, ref value, ref left) => --left == 0 ? 1 : 0, ref left));
        left = stop;
        Assert.Equal(expected, Hash.ForEach(static (map, in key, ref value, ref left) => --left == 0 ? 1 : 0, ref left));
        left = stop;
        Assert.Equal(expected, Lru.ForEach(static (map, in key, ref value, ref left) => --left == 0 ? 1 : 0, ref left));
        left = stop;
        Assert.Equal(expected, PerCpu.ForEach(static (map, in key, ref value, ref left) => --left == 0 ? 1 : 0, ref left));
    }

    [Fact]
    public void Flags_are_refused_before_anything_runs()
    {
        var runs = 0;

        Assert.Equal(-Errno.EINVAL, Array.ForEach(static (map, in key, ref value, ref runs) => ++runs & 0, ref runs, 1));
        Assert.Equal(-Errno.EINVAL, Hash.ForEach(static (map, in key, ref value, ref runs) => ++runs & 0, ref runs, 1));
        Assert.Equal(-Errno.EINVAL, Lru.ForEach(static (map, in key, ref value, ref runs) => ++runs & 0, ref runs, 1));
        Assert.Equal(-Errno.EINVAL, PerCpu.ForEach(static (map, in key, ref value, ref runs) => ++runs & 0, ref runs, ulong.MaxValue));
        Assert.Equal(-Errno.EINVAL, Hash.ForEach(static (map, in key, ref value) => 0, 2));

        Assert.Equal(0, runs);
    }

    [Fact]
    public void An_empty_map_has_nothing_to_visit() =>
        Assert.Equal(0, new HashMap<int, int>(3).ForEach(static (map, in key, ref value) => 1));

    [Fact]
    public void A_callback_writes_through_to_the_map()
    {
        var map = new HashMap<int, int>(10) { [1] = 5, [2] = 6 };
        var array = new ArrayMap<int>(2);

        Assert.Equal(2, map.ForEach(static (map, in key, ref value) => ++value & 0));
        Assert.Equal(2, array.ForEach(static (map, in key, ref value) => (value = 9) & 0));

        Assert.Equal([6, 7], map.Select(pair => pair.Value).Order());
        Assert.Equal([9, 9], array.Select(pair => pair.Value));
    }

    [Fact]
    public void A_callback_may_delete_what_it_visits_and_go_on_using_it()
    {
        var map = new HashMap<int, int>(1000);
        for (var key = 0; key < 1000; key++)
            Assert.Equal(0, map.Update(key, key));

        Assert.Equal(1000, map.ForEach(static (map, in key, ref value) => map.Delete(in key) != 0 || value != key ? 1 : 0));

        Assert.Empty(map);
        Assert.Equal(0, map.Count);
    }

    [Fact]
    public void A_callback_may_replace_what_it_visits()
    {
        var map = new HashMap<int, int>(1000);
        for (var key = 0; key < 1000; key++)
            map[key] = key;

        Assert.Equal(1000, map.ForEach(static (map, in key, ref value) => map.Update(in key, -key)));

        Assert.Equal(Enumerable.Range(0, 1000).Select(key => new KeyValuePair<int, int>(key, -key)), map.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void A_callback_may_make_a_dynptr_over_the_value_and_use_that_of_its_caller()
    {
        var record = Make.Record(64);

        Assert.Equal(3, Array.ForEach(
            static (ArrayMap<int> map, in uint key, ref int value, ref Dynptr record) =>
            {
                Assert.Equal(0, Dynptr.FromMemory(ref value, out var ptr));
                Assert.Equal(4ul, ptr.Size);
                return record.Write(key * 4, in value);
            },
            ref record));

        Assert.Equal(0, record.Read(out int third, 8));
        Assert.Equal(20, third);
        record.Discard();
    }

    private record struct Sum(int Maps, uint Keys, int Values)
    {
        public int Add(bool isMap, uint key, int value)
        {
            Maps += isMap ? 1 : 0;
            Keys += key;
            Values += value;
            return 0;
        }
    }
}
