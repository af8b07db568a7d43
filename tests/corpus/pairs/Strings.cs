using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Strings
{
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private static readonly RingBuf events = new(4096);

    private static ulong memory;

    [BpfProgram("raw_tp/sys_enter")]
    public static int string_of_a_varying_length_as_a_record(TracepointContext ctx)
    {
        Span<byte> path = stackalloc byte[32];
        var length = bpf_probe_read_user_str(path, (nuint)memory);
        if (length <= 0)
            return 0;
        return bpf_ringbuf_output(events, path[..length], 0);
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int string_that_may_not_be_read_as_a_record(TracepointContext ctx)
    {
        Span<byte> path = stackalloc byte[32];
        var length = bpf_probe_read_user_str(path, (nuint)memory);
        return bpf_ringbuf_output(events, /*!DYN012*/path[..length]/*!*/, 0);
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int last_byte_of_a_string(TracepointContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Span<byte> block = value.Value;
        var length = bpf_probe_read_kernel_str(block, (nuint)memory);
        if (length > 0)
            block[length - 1] = 1;
        return 0;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int byte_behind_a_string(TracepointContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Span<byte> block = value.Value;
        var length = bpf_probe_read_kernel_str(block, (nuint)memory);
        if (length > 0)
            /*!DYN007*/block[length]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int string_in_a_part(TracepointContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Span<byte> block = value.Value;
        var length = bpf_probe_read_kernel_str(block[..16], (nuint)memory);
        if (length > 0)
            block[length + 47] = 1;
        return 0;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int string_in_a_larger_part(TracepointContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Span<byte> block = value.Value;
        var length = bpf_probe_read_kernel_str(block[..17], (nuint)memory);
        if (length > 0)
            /*!DYN007*/block[length + 47]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int second_string_behind_the_first(TracepointContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Span<byte> block = value.Value;
        var first = bpf_probe_read_user_str(block[..32], (nuint)memory);
        if (first <= 0)
            return 0;
        bpf_probe_read_user_str(block.Slice(first, 32), (nuint)memory);
        return 0;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int second_string_behind_what_may_not_be_read(TracepointContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Span<byte> block = value.Value;
        var first = bpf_probe_read_user_str(block[..32], (nuint)memory);
        bpf_probe_read_user_str(/*!DYN012*/block.Slice(first, 32)/*!*/, (nuint)memory);
        return 0;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int string_of_no_bytes(TracepointContext ctx)
    {
        Span<byte> path = stackalloc byte[8];
        return bpf_probe_read_user_str(path[..0], (nuint)memory);
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int what_else_a_task_has(TracepointContext ctx)
    {
        var ids = bpf_get_current_uid_gid() ^ bpf_get_current_cgroup_id() ^ bpf_get_current_ancestor_cgroup_id(1);
        var times = bpf_ktime_get_boot_ns() ^ bpf_ktime_get_tai_ns();
        if (ids == times + (ulong)bpf_get_numa_node_id())
            memory = 1;
        bpf_send_signal(0);
        return bpf_send_signal_thread(0);
    }
}
