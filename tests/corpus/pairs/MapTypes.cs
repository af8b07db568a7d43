using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Maps with and without keys: which memory they take, what they give, and which programs may use them.</summary>
internal static class MapTypes
{
    private static readonly QueueMap<ulong> queue = new(maxEntries: 4);
    private static readonly StackMap<ulong> stack = new(maxEntries: 4);
    private static readonly BloomFilterMap<ulong> filter = new(maxEntries: 4);
    private static readonly LpmTrieMap<ulong, ulong> routes = new(maxEntries: 4);
    private static readonly PerCpuHashMap<uint, ulong> counts = new(maxEntries: 4);
    private static readonly LruPerCpuHashMap<uint, ulong> recent = new(maxEntries: 4);
    private static readonly PerCpuArrayMap<ulong> totals = new(maxEntries: 4);

    [BpfProgram("tc")]
    public static int element_of_a_queue(SkBuff skb) => bpf_map_pop_elem(queue, out var value) == 0 ? (int)(value & 3) : 0;

    [BpfProgram("tc")]
    public static int element_of_a_stack_as_index(SkBuff skb)
    {
        _ = bpf_map_peek_elem(stack, out var value);
        Bytes64 block = default;
        return block[(int)(value & 63)];
    }

    [BpfProgram("tc")]
    public static int element_of_a_stack_as_index_too_far(SkBuff skb)
    {
        _ = bpf_map_peek_elem(stack, out var value);
        Bytes64 block = default;
        return /*!DYN007*/block[(int)(value & 127)]/*!*/;
    }

    [BpfProgram("tc")]
    public static int packet_pushed(SkBuff skb)
    {
        var data = skb.Data;
        if (data + 8 > skb.DataEnd)
            return 0;
        return bpf_map_push_elem(queue, data.As<ulong>(), 0);
    }

    [BpfProgram("tc")]
    public static int popped_into_a_packet(SkBuff skb)
    {
        var data = skb.Data;
        if (data + 8 > skb.DataEnd)
            return 0;
        return bpf_map_pop_elem(queue, out /*!DYN011*/data.As<ulong>()/*!*/);
    }

    [BpfProgram("tc")]
    public static int packet_asked_of_a_filter(SkBuff skb)
    {
        var data = skb.Data;
        if (data + 8 > skb.DataEnd)
            return 0;
        return bpf_map_peek_elem(filter, /*!DYN011*/data.As<ulong>()/*!*/);
    }

    [BpfProgram("tc")]
    public static int copy_asked_of_a_filter(SkBuff skb)
    {
        var data = skb.Data;
        if (data + 8 > skb.DataEnd)
            return 0;
        var value = data.As<ulong>();
        return bpf_map_peek_elem(filter, in value);
    }

    [BpfProgram("syscall")]
    public static int queue_where_programs_sleep(ref int context)
    {
        var value = 1ul;
        return bpf_map_push_elem(queue, in value, 0);
    }

    [BpfProgram("syscall")]
    public static int filter_where_programs_sleep(ref int context)
    {
        var value = 1ul;
        return bpf_map_push_elem(/*!DYN020*/filter/*!*/, in value, 0);
    }

    [BpfProgram("syscall")]
    public static int trie_where_programs_sleep(ref int context)
    {
        var key = 1ul;
        return bpf_map_lookup_elem(routes, in key).IsNull ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int route_is_tested(SkBuff skb)
    {
        var key = 1ul;
        var value = bpf_map_lookup_elem(routes, in key);
        return value ? (int)(value.Value & 3) : 0;
    }

    [BpfProgram("tc")]
    public static int route_is_not_tested(SkBuff skb)
    {
        var key = 1ul;
        var value = bpf_map_lookup_elem(routes, in key);
        return (int)(/*!DYN006*/value/*!*/.Value & 3);
    }

    [BpfProgram("tc")]
    public static int value_of_a_processor_is_tested(SkBuff skb)
    {
        var key = 1u;
        var value = bpf_map_lookup_percpu_elem(counts, in key, (uint)skb.Length);
        return value ? (int)(value.Value & 3) : 0;
    }

    [BpfProgram("tc")]
    public static int value_of_a_processor_is_not_tested(SkBuff skb)
    {
        var key = 1u;
        var value = bpf_map_lookup_percpu_elem(recent, in key, 0);
        return (int)(/*!DYN006*/value/*!*/.Value & 3);
    }

    [BpfProgram("tc")]
    public static int first_value_of_a_processor_is_not_tested(SkBuff skb)
    {
        var key = 0u;
        var value = bpf_map_lookup_percpu_elem(totals, in key, 0);
        return (int)(/*!DYN006*/value/*!*/.Value & 3);
    }

    [BpfProgram("tc")]
    public static int first_value_of_this_processor_is_not_tested(SkBuff skb)
    {
        var key = 0u;
        var value = bpf_map_lookup_elem(totals, in key);
        return (int)(value.Value & 3);
    }
}
