using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Tests.Maps;

public class HashMapTests
{
    private readonly HashMap<long, int> _map = new(2);

    [Theory]
    [InlineData(1, 3, -Errno.EINVAL)]
    [InlineData(1, 8, -Errno.EINVAL)]
    [InlineData(1, BpfConstants.BPF_F_LOCK, -Errno.EINVAL)]
    [InlineData(1, BpfConstants.BPF_NOEXIST, -Errno.EEXIST)]
    [InlineData(3, BpfConstants.BPF_EXIST, -Errno.ENOENT)]
    [InlineData(3, BpfConstants.BPF_NOEXIST, -Errno.E2BIG)]
    [InlineData(3, BpfConstants.BPF_ANY, -Errno.E2BIG)]
    [InlineData(1, BpfConstants.BPF_ANY, 0)]
    [InlineData(1, BpfConstants.BPF_EXIST, 0)]
    public void Update_results_of_a_full_map_follow_the_kernels_order(long key, ulong flags, int expected)
    {
        Assert.Equal(0, _map.Update(1, 10));
        Assert.Equal(0, _map.Update(2, 20));

        Assert.Equal(expected, _map.Update(key, 5, flags));

        Assert.Equal(expected == 0 ? 5 : 10, _map.Lookup(1).Value);
        Assert.Equal(20, _map.Lookup(2).Value);
        Assert.True(_map.Lookup(3).IsNull);
    }

    [Theory]
    [InlineData(BpfConstants.BPF_EXIST, -Errno.ENOENT)]
    [InlineData(BpfConstants.BPF_NOEXIST, 0)]
    [InlineData(BpfConstants.BPF_ANY, 0)]
    public void Update_results_of_an_empty_map(ulong flags, int expected)
    {
        Assert.Equal(expected, _map.Update(1, 5, flags));
        Assert.Equal(expected != 0, _map.Lookup(1).IsNull);
    }

    [Fact]
    public void Deleting_makes_room()
    {
        Assert.Equal(0, _map.Update(1, 10));
        Assert.Equal(0, _map.Update(2, 20));

        Assert.Equal(0, _map.Delete(1));
        Assert.Equal(-Errno.ENOENT, _map.Delete(1));

        Assert.True(_map.Lookup(1).IsNull);
        Assert.Equal(0, _map.Update(3, 30));
    }

    [Fact]
    public void What_points_to_a_deleted_element_keeps_it_until_a_new_key_takes_it()
    {
        Assert.Equal(0, _map.Update(1, 10));
        var value = _map.Lookup(1);
        Assert.Equal(0, Dynptr.FromMemory(ref value.Value, out var ptr));
        var slice = ptr.Data<int>();

        Assert.Equal(0, _map.Delete(1));
        GC.Collect();
        Assert.Equal(10, value.Value);
        Assert.Equal(0, ptr.Write(0, 11));
        Assert.Equal(11, slice.Value);
        Assert.Equal(11, value.Value);
        Assert.True(_map.Lookup(1).IsNull);

        Assert.Equal(0, _map.Update(2, 20));
        Assert.Equal(20, value.Value);
        Assert.Equal(0, ptr.Write(0, 21));
        Assert.Equal(21, _map.Lookup(2).Value);
    }

    [Fact]
    public void What_points_to_a_replaced_element_keeps_it_until_another_is_replaced()
    {
        Assert.Equal(0, _map.Update(1, 10));
        var old = _map.Lookup(1);

        Assert.Equal(0, _map.Update(1, 11));
        Assert.Equal(10, old.Value);
        Assert.Equal(11, _map.Lookup(1).Value);
        Assert.Equal(0, _map.Update(2, 20));
        Assert.Equal(10, old.Value);

        Assert.Equal(0, _map.Update(2, 21));
        Assert.Equal(21, old.Value);
        Assert.Equal(11, _map.Lookup(1).Value);
    }

    [Fact]
    public void Keys_are_compared_by_their_bytes()
    {
        var map = new HashMap<double, int>(4);
        Assert.Equal(0, map.Update(0.0, 1));
        Assert.Equal(0, map.Update(double.NaN, 2));

        Assert.True(map.Lookup(-0.0).IsNull);
        Assert.Equal(2, map.Lookup(double.NaN).Value);
    }

    [Fact]
    public void Padding_is_a_part_of_the_key()
    {
        var map = new HashMap<Padded, int>(4);
        Padded key = default;
        key.Number = 1;
        Assert.Equal(0, map.Update(in key, 1));

        MemoryMarshal.AsBytes(new Span<Padded>(ref key))[4] = 1;

        Assert.True(map.Lookup(in key).IsNull);
        MemoryMarshal.AsBytes(new Span<Padded>(ref key))[4] = 0;
        Assert.False(map.Lookup(in key).IsNull);
    }

    [Fact]
    public void The_host_sets_gets_and_enumerates_values()
    {
        _map[1] = 10;
        _map[2] = 20;
        _map[2] = 21;

        Assert.Equal(2, _map.Count);
        Assert.Equal(21, _map[2]);
        Assert.True(_map.TryGet(1, out var value));
        Assert.Equal(10, value);
        Assert.False(_map.TryGet(3, out value));
        Assert.Equal(0, value);
        Assert.Equal([new(1, 10), new(2, 21)], _map.OrderBy(pair => pair.Key));
        Assert.Throws<KeyNotFoundException>(() => _map[3]);
        Assert.Contains("2 keys", Assert.Throws<InvalidOperationException>(() => _map[3] = 1).Message);
    }

    [Fact]
    public void Keys_that_share_a_bucket_are_told_apart()
    {
        var map = new HashMap<int, int>(1);
        for (var key = 0; key < 100; key++)
        {
            map[key] = key;
            Assert.True(map.Lookup(key + 1).IsNull);
            Assert.Equal(key, map.Lookup(key).Value);
            Assert.Equal(0, map.Delete(key));
        }

        var full = new HashMap<int, int>(1000);
        for (var key = 0; key < 1000; key++)
            full[key] = key;
        for (var key = 0; key < 1000; key += 2)
            Assert.Equal(0, full.Delete(key));
        for (var key = 0; key < 1000; key++)
            Assert.Equal(key % 2 == 0, full.Lookup(key).IsNull);
    }

    [Fact]
    public void It_is_safe_to_use_from_several_threads()
    {
        var map = new HashMap<int, int>(100);

        Parallel.For(0, 10_000, i =>
        {
            var key = i % 150;
            var error = map.Update(key, i);
            if (error is not (0 or -Errno.E2BIG))
                Assert.Fail($"Update answered {error}.");
            if (i % 3 == 0)
                _ = map.Delete(key);
        });

        Assert.InRange(map.Count, 1, 100);
        Assert.Equal(map.Count, map.Count());
        Assert.All(map, pair => Assert.Equal(pair.Key, pair.Value % 150));
    }

    [Fact]
    public async Task A_key_that_stays_is_found_while_elements_of_its_bucket_move_to_others()
    {
        var map = new HashMap<int, int>(4) { [0] = 7 };
        var isOver = false;
        var churn = Task.Run(
            () =>
            {
                for (var i = 0; i < 1_000_000; i++)
                {
                    _ = map.Update(1 + (i % 30), i);
                    _ = map.Delete(1 + ((i + 28) % 30));
                }

                Volatile.Write(ref isOver, true);
            },
            TestContext.Current.CancellationToken);

        while (!Volatile.Read(ref isOver))
            Assert.True(map.TryGet(0, out _));
        await churn;
        Assert.Equal(7, map[0]);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Padded
    {
        public byte Small;
        public long Number;
    }
}
