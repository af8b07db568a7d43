using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Dynptrs.Tests.Maps;

public class LruHashMapTests
{
    private readonly LruHashMap<long, int> _map = new(4);

    [Theory]
    [InlineData(1, 3, -Errno.EINVAL)]
    [InlineData(1, BpfConstants.BPF_F_LOCK, -Errno.EINVAL)]
    [InlineData(1, 6, -Errno.EINVAL)]
    [InlineData(1, BpfConstants.BPF_NOEXIST, -Errno.EEXIST)]
    [InlineData(2, BpfConstants.BPF_EXIST, -Errno.ENOENT)]
    [InlineData(1, BpfConstants.BPF_EXIST, 0)]
    [InlineData(2, BpfConstants.BPF_NOEXIST, 0)]
    [InlineData(2, BpfConstants.BPF_ANY, 0)]
    public void Update_results_follow_the_kernels_order(long key, ulong flags, int expected)
    {
        Assert.Equal(0, _map.Update(1, 10));

        Assert.Equal(expected, _map.Update(key, 5, flags));

        Assert.Equal(expected == 0 && key == 1 ? 5 : 10, _map.Lookup(1).Value);
        Assert.Equal(expected != 0 || key == 1, _map.Lookup(2).IsNull);
    }

    [Fact]
    public void A_full_map_drops_its_oldest_key()
    {
        Fill();

        Assert.Equal(0, _map.Update(4, 4));
        Assert.Equal(0, _map.Update(5, 5));

        Assert.Equal([2, 3, 4, 5], Keys());
        Assert.Equal(4, _map.Count);
    }

    [Fact]
    public void A_key_that_was_looked_up_or_replaced_stays_before_one_that_was_not()
    {
        Fill();
        Assert.False(_map.Lookup(0).IsNull);
        Assert.Equal(0, _map.Delete(3));
        Assert.Equal(0, _map.Update(1, 11));

        Assert.Equal(0, _map.Update(4, 4));
        Assert.Equal(0, _map.Update(5, 5));

        Assert.Equal([0, 1, 4, 5], Keys());
    }

    [Fact]
    public void One_use_gives_one_more_chance_only()
    {
        Fill();
        Assert.False(_map.Lookup(0).IsNull);

        for (long key = 4; key < 8; key++)
            Assert.Equal(0, _map.Update(key, 0));

        Assert.Equal([4, 5, 6, 7], Keys());
    }

    [Fact]
    public void Where_all_keys_were_used_the_oldest_goes()
    {
        Fill();
        foreach (var key in Keys())
            Assert.False(_map.Lookup(key).IsNull);

        Assert.Equal(0, _map.Update(4, 4));

        Assert.Equal([1, 2, 3, 4], Keys());
    }

    [Fact]
    public void The_host_and_walks_use_no_key()
    {
        Fill();
        Assert.True(_map.TryGet(0, out var value));
        Assert.Equal(0, value);
        Assert.Equal(4, _map.ForEach(static (map, in key, ref value) => 0));

        Assert.Equal(0, _map.Update(4, 4));

        Assert.Equal([1, 2, 3, 4], Keys());
    }

    /// <summary>As Linux 6.18 does: it takes a free element before it looks at the flags.</summary>
    [Theory]
    [InlineData(9, BpfConstants.BPF_EXIST, -Errno.ENOENT)]
    [InlineData(3, BpfConstants.BPF_NOEXIST, -Errno.EEXIST)]
    [InlineData(3, BpfConstants.BPF_ANY, 0)]
    public void An_update_that_adds_nothing_drops_a_key_of_a_full_map_all_the_same(long key, ulong flags, int expected)
    {
        Fill();

        Assert.Equal(expected, _map.Update(key, 3, flags));

        Assert.Equal([1, 2, 3], Keys());
    }

    [Fact]
    public void Illegal_flags_drop_nothing()
    {
        Fill();

        Assert.Equal(-Errno.EINVAL, _map.Update(9, 9, 3));

        Assert.Equal([0, 1, 2, 3], Keys());
    }

    [Fact]
    public void Deleting_makes_room()
    {
        Fill();

        Assert.Equal(0, _map.Delete(2));
        Assert.Equal(-Errno.ENOENT, _map.Delete(2));
        Assert.Equal(0, _map.Update(4, 4));

        Assert.Equal([0, 1, 3, 4], Keys());
    }

    [Fact]
    public void What_points_to_an_evicted_element_sees_the_key_that_took_it()
    {
        Fill();
        var value = _map.Lookup(1);
        value.Value = 11;

        for (long key = 4; key < 20; key++)
            Assert.Equal(0, _map.Update(key, -1));

        Assert.True(_map.Lookup(1).IsNull);
        Assert.Equal(-1, value.Value);
    }

    [Fact]
    public void What_points_to_a_replaced_element_keeps_it_until_a_new_key_takes_it()
    {
        Assert.Equal(0, _map.Update(1, 10));
        var old = _map.Lookup(1);

        Assert.Equal(0, _map.Update(1, 11));
        Assert.Equal(10, old.Value);
        Assert.Equal(0, _map.Update(2, 20));
        Assert.Equal(20, old.Value);
        Assert.Equal(11, _map.Lookup(1).Value);
    }

    [Fact]
    public void It_is_safe_to_use_from_several_threads()
    {
        var map = new LruHashMap<int, int>(100);

        Parallel.For(0, 20_000, i =>
        {
            var key = i % 150;
            var error = map.Update(key, i);
            if (error != 0)
                Assert.Fail($"Update answered {error}.");
            if (i % 3 == 0)
                _ = map.Delete(key);
        });

        Assert.All(map, pair => Assert.Equal(pair.Key, pair.Value % 150));

        // The order of the keys is whole: old ones go, those that were used last.
        for (var key = 1000; key < 1200; key++)
            Assert.Equal(0, map.Update(key, key));
        Assert.Equal(Enumerable.Range(1100, 100), map.Select(pair => pair.Key).Order());
    }

    [Fact]
    public void The_host_sets_and_gets_values()
    {
        _map[7] = 70;

        Assert.Equal(70, _map[7]);
        Assert.Throws<KeyNotFoundException>(() => _map[8]);
        Assert.False(_map.TryGet(8, out var none));
        Assert.Equal(0, none);
        Assert.Equal([new KeyValuePair<long, int>(7, 70)], _map);
    }

    private void Fill()
    {
        for (var key = 0; key < 4; key++)
            Assert.Equal(0, _map.Update(key, key));
    }

    private List<long> Keys() => [.. _map.Select(pair => pair.Key).Order()];
}
