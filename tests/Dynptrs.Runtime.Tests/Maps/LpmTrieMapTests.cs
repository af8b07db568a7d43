using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Dynptrs.Tests.Maps;

public class LpmTrieMapTests
{
    private readonly LpmTrieMap<Route, int> _map = new(3);

    [Fact]
    public void The_longest_prefix_that_fits_is_found()
    {
        Assert.Equal(0, _map.Update(Of(8, 10), 8));
        Assert.Equal(0, _map.Update(Of(24, 10, 1, 2), 24));
        Assert.Equal(0, _map.Update(Of(0), 1));

        Assert.Equal(24, _map.Lookup(Of(32, 10, 1, 2, 3)).Value);
        Assert.Equal(8, _map.Lookup(Of(32, 10, 1, 3, 3)).Value);
        Assert.Equal(1, _map.Lookup(Of(32, 11, 1, 2, 3)).Value);

        // A prefix is found only where it is no longer than what is asked for.
        Assert.Equal(8, _map.Lookup(Of(23, 10, 1, 2)).Value);
        Assert.Equal(1, _map.Lookup(Of(7, 10)).Value);
    }

    [Fact]
    public void Without_a_prefix_that_fits_there_is_null()
    {
        Assert.True(_map.Lookup(Of(0)).IsNull);
        Assert.Equal(0, _map.Update(Of(8, 10), 8));
        Assert.True(_map.Lookup(Of(32, 11)).IsNull);
        Assert.True(_map.Lookup(Of(33, 10)).IsNull);
        Assert.False(_map.TryGet(Of(33, 10), out _));
        Assert.True(_map.TryGet(Of(32, 10), out var value));
        Assert.Equal(8, value);
    }

    [Theory]
    [InlineData(8, 3, -Errno.EINVAL)]
    [InlineData(8, BpfConstants.BPF_F_LOCK, -Errno.EINVAL)]
    [InlineData(33, 0, -Errno.EINVAL)]
    [InlineData(8, BpfConstants.BPF_NOEXIST, -Errno.EEXIST)]
    [InlineData(9, BpfConstants.BPF_EXIST, -Errno.ENOENT)]
    [InlineData(8, BpfConstants.BPF_EXIST, 0)]
    [InlineData(9, BpfConstants.BPF_NOEXIST, 0)]
    public void Update_results_follow_the_kernels_order(uint length, ulong flags, int expected)
    {
        Assert.Equal(0, _map.Update(Of(8, 10), 1));

        Assert.Equal(expected, _map.Update(Of(length, 10), 2, flags));

        Assert.Equal(expected == 0 && length == 8 ? 2 : 1, _map.Lookup(Of(8, 10)).Value);
        Assert.Equal(expected == 0 && length == 9 ? 2 : 1, _map.Count);
    }

    [Fact]
    public void A_full_map_takes_no_new_prefix_and_replaces_its_own()
    {
        for (byte i = 1; i <= 3; i++)
            Assert.Equal(0, _map.Update(Of(8, i), i));

        Assert.Equal(-Errno.ENOSPC, _map.Update(Of(8, 4), 4));
        Assert.Equal(-Errno.ENOENT, _map.Update(Of(8, 4), 4, BpfConstants.BPF_EXIST));
        Assert.Equal(0, _map.Update(Of(8, 3), 30));

        // The place where two prefixes part is no prefix.
        Assert.Equal(-Errno.ENOSPC, _map.Update(Of(7, 2), 4));
        Assert.Equal(-Errno.ENOENT, _map.Delete(Of(7, 2)));
        Assert.Equal(0, _map.Delete(Of(8, 1)));
        Assert.Equal(0, _map.Update(Of(7, 2), 4));
    }

    [Fact]
    public void Who_looked_up_a_value_goes_on_to_see_it()
    {
        _map.Update(Of(8, 10), 1);
        var before = _map.Lookup(Of(8, 10));

        _map.Update(Of(8, 10), 2);
        _map.Delete(Of(8, 10));
        _map.Update(Of(8, 11), 3);

        Assert.Equal(1, before.Value);
    }

    [Fact]
    public void It_finds_what_a_list_of_prefixes_would()
    {
        var random = new Random(4);
        var map = new LpmTrieMap<Route, int>(40);
        var model = new Dictionary<(uint Length, uint Bits), int>();
        for (var i = 0; i < 20_000; i++)
        {
            var key = Of((uint)random.Next(34), (byte)(random.Next(4) << 6), (byte)random.Next(2), (byte)(random.Next(2) * 255), (byte)random.Next(4));
            var prefix = (key.Length, Cut(key.Address, key.Length));
            switch (random.Next(3))
            {
                case 0 when key.Length <= 32:
                    var isNew = !model.ContainsKey(prefix);
                    var isFull = isNew && model.Count == 40;
                    Assert.Equal(isFull ? -Errno.ENOSPC : 0, map.Update(in key, i));
                    if (!isFull)
                        model[prefix] = i;
                    break;
                case 1 when key.Length <= 32:
                    Assert.Equal(model.Remove(prefix) ? 0 : -Errno.ENOENT, map.Delete(in key));
                    break;
                default:
                    var best = key.Length > 32 ? [] : model
                        .Where(entry => entry.Key.Length <= key.Length && entry.Key.Bits == Cut(key.Address, entry.Key.Length))
                        .OrderByDescending(entry => entry.Key.Length)
                        .Select(entry => entry.Value)
                        .Take(1)
                        .ToArray();
                    int[] found = map.Lookup(in key) is var value && value ? [value.Value] : [];
                    Assert.Equal(best, found);
                    break;
            }

            Assert.Equal(model.Count, map.Count);
        }

        Assert.Equal(
            model.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)),
            map.Select(entry => ((entry.Key.Length, Cut(entry.Key.Address, entry.Key.Length)), entry.Value)).Order());
    }

    [Fact]
    public void The_host_sees_longer_prefixes_before_those_they_begin_with()
    {
        _map.Update(Of(8, 10), 1);
        _map.Update(Of(16, 10, 1), 2);
        _map.Update(Of(9, 10), 3);

        Assert.Equal([2, 3, 1], _map.Select(entry => entry.Value));
    }

    [Fact]
    public void Keys_have_a_length_and_at_least_one_byte()
    {
        Assert.Throws<ArgumentException>(() => new LpmTrieMap<uint, int>(1));
        Assert.Throws<ArgumentException>(() => new LpmTrieMap<Mebibyte, int>(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LpmTrieMap<ulong, int>(0));
        Assert.Equal(MapFlags.BPF_F_NO_PREALLOC, new LpmTrieMap<ulong, int>(1).Flags);
    }

    private static uint Cut(Address address, uint length)
    {
        var bits = 0u;
        foreach (var part in (ReadOnlySpan<byte>)address)
            bits = (bits << 8) | part;
        return length == 0 ? 0 : bits & (uint.MaxValue << (32 - (int)Math.Min(length, 32)));
    }

    private static Route Of(uint length, params ReadOnlySpan<byte> address)
    {
        var route = new Route { Length = length };
        address.CopyTo(route.Address);
        return route;
    }

    private struct Route
    {
        public uint Length;
        public Address Address;
    }

    [InlineArray(4)]
    private struct Address
    {
        private byte _first;
    }
}
