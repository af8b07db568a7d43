using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static unsafe class ReturnedReferences
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private struct Two
    {
        public uint first;
        public uint second;
    }

    private struct Buffer
    {
        public fixed uint items[8];
        public ulong count;
    }

    [BpfProgram("tc")]
    public static int address_of_a_field_of_the_caller(SkBuff skb)
    {
        Two two = default;
        *address_of_a_field_of_the_caller__second(&two) = (uint)skb.Length;
        return (int)two.second;
    }

    private static uint* address_of_a_field_of_the_caller__second(Two* two) => /*!DYN005*/&two->second/*!*/;

    [BpfProgram("tc")]
    public static int ref_to_a_field_of_the_caller(SkBuff skb)
    {
        Two two = default;
        ref_to_a_field_of_the_caller__second(ref two) = (uint)skb.Length;
        return (int)two.second;
    }

    private static ref uint ref_to_a_field_of_the_caller__second(ref Two two) => ref two.second;

    [BpfProgram("tc")]
    public static int larger_of_two_of_the_caller(SkBuff skb)
    {
        uint a = skb.Hash, b = bpf_get_prandom_u32();
        larger_of_two_of_the_caller__max(ref a, ref b) = 0;
        return (int)(a + b);
    }

    private static ref uint larger_of_two_of_the_caller__max(ref uint a, ref uint b) => ref a > b ? ref a : ref b;

    [BpfProgram("tc")]
    public static int element_of_the_caller_within(SkBuff skb)
    {
        Bytes64 bytes = default;
        element_of_the_caller_within__at(ref bytes, skb.Hash) = 7;
        return bytes[3];
    }

    private static ref byte element_of_the_caller_within__at(ref Bytes64 bytes, uint n) => ref bytes[(int)(n & 63)];

    [BpfProgram("tc")]
    public static int element_of_a_map_within(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        element_of_a_map_within__at(ref value.Value, skb.Hash) = 7;
        return 0;
    }

    private static ref byte element_of_a_map_within__at(ref Bytes64 bytes, uint n) => ref bytes[(int)(n & 63)];

    [BpfProgram("tc")]
    public static int element_of_a_map_beyond(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        /*!DYN007*/element_of_a_map_beyond__at(ref value.Value, skb.Hash)/*!*/ = 7;
        return 0;
    }

    private static ref byte element_of_a_map_beyond__at(ref Bytes64 bytes, uint n) => ref bytes[(int)(n & 127)];

    [BpfProgram("tc")]
    public static int field_of_a_record_before_submit(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve<Two>(ringbuf, 0);
        if (!record)
            return 0;
        field_of_a_record_before_submit__second(ref record.Value) = 4;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    private static ref uint field_of_a_record_before_submit__second(ref Two two) => ref two.second;

    [BpfProgram("tc")]
    public static int field_of_a_record_after_submit(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve<Two>(ringbuf, 0);
        if (!record)
            return 0;
        ref var second = ref field_of_a_record_after_submit__second(ref record.Value);
        bpf_ringbuf_submit(record, 0);
        /*!DYN005*/second/*!*/ = 4;
        return 0;
    }

    private static ref uint field_of_a_record_after_submit__second(ref Two two) => ref two.second;

    [BpfProgram("tc")]
    public static int fixed_buffer_within(SkBuff skb)
    {
        Buffer buffer = default;
        buffer.items[bpf_get_prandom_u32() & 7] = 1;
        return (int)buffer.items[3];
    }

    [BpfProgram("tc")]
    public static int fixed_buffer_beyond(SkBuff skb)
    {
        Buffer buffer = default;
        /*!DYN007*/buffer.items[bpf_get_prandom_u32() & 15]/*!*/ = 1;
        return (int)buffer.items[3];
    }
}
