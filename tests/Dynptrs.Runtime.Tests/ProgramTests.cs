using System;
using static Dynptrs.Tests.Stubs;

namespace Dynptrs.Tests;

/// <summary>Programs in the style of the kernel's documentation, by stubs alone.</summary>
public class ProgramTests
{
    private static readonly ArrayMap<uint> Counters = new(1);

    [Fact]
    public void A_map_value_is_reached_through_a_dynptr()
    {
        uint key = 0;
        var value = bpf_map_lookup_elem(Counters, in key);
        Assert.False(value.IsNull);
        Dynptr ptr;
        Assert.Equal(0, bpf_dynptr_from_mem(ref value.Value, 0, out ptr));

        Assert.True(bpf_dynptr_data(in ptr, 5, 1).IsNull);
        Assert.True(bpf_dynptr_data(in ptr, 0, 5).IsNull);
        var data = bpf_dynptr_data<uint>(in ptr, 0);
        Assert.True(data);
        data.Value = 999;

        Assert.Equal(0, bpf_probe_read_kernel(out var seen, in data.Value));
        Assert.Equal(999u, seen);
        Assert.Equal(999u, value.Value);
    }

    [Fact]
    public void A_callback_uses_the_callers_dynptr()
    {
        var ring = new RingBuf(maxEntries: 4096);
        var err = bpf_ringbuf_reserve_dynptr(ring, 100, 0, out var ptr);
        var sample = err != 0 ? default : bpf_dynptr_data<int>(ptr, 0);
        if (!sample)
            goto discard;
        sample.Value = 10;
        err = bpf_loop(10, static (index, ref ptr) =>
        {
            var sample = bpf_dynptr_data<int>(ptr, 0);
            if (sample)
                sample.Value += (int)index;
            return 0;
        }, ref ptr, 0);
        Assert.Equal(55, sample.Value);
    discard:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        Assert.Equal(10, err);
    }

    [Fact]
    public void A_packet_header_is_changed_through_a_slice()
    {
        var skb = new SkBuff(BpfProgramType.SchedCls, new byte[54]);
        Span<byte> buffer = stackalloc byte[8];
        Assert.Equal(0, bpf_dynptr_from_skb(skb, 0, out var ptr));
        var port = bpf_dynptr_slice_rdwr<ushort>(ptr, 36, buffer);
        if (!port || bpf_dynptr_size(ptr) != 54)
            Assert.Fail("The packet is linear.");
        port.Value = 0x5000;
        Assert.Equal(0x50, skb.ToArray()[37]);
    }
}
