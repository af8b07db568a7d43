using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Static methods, which are judged for the arguments that programs give them.</summary>
internal static class Arguments
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [BpfProgram("tc")]
    public static int released_as_asked(SkBuff skb)
    {
        released_as_asked__send(true);
        return 0;
    }

    private static void released_as_asked__send(bool submit)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        if (submit)
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
    }

    [BpfProgram("tc")]
    public static int kept_as_asked(SkBuff skb)
    {
        kept_as_asked__send(true);
        kept_as_asked__send(false);
        return 0;
    }

    private static void kept_as_asked__send(bool submit)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        if (submit)
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
    /*!DYN001*/}/*!*/

    [BpfProgram("tc")]
    public static int kept_by_chance(SkBuff skb)
    {
        kept_by_chance__send(bpf_get_prandom_u32() > 5);
        return 0;
    }

    private static void kept_by_chance__send(bool submit)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        if (submit)
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
    /*!DYN001*/}/*!*/

    [BpfProgram("tc")]
    public static int only_small_numbers_are_given(SkBuff skb) => only_small_numbers_are_given__at(bpf_get_prandom_u32() & 63);

    private static int only_small_numbers_are_given__at(uint i)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        return value ? value.Value[(int)i] : 0;
    }

    [BpfProgram("tc")]
    public static int large_numbers_are_given(SkBuff skb) => large_numbers_are_given__at(bpf_get_prandom_u32() & 127);

    private static int large_numbers_are_given__at(uint i)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        return value ? /*!DYN007*/value.Value[(int)i]/*!*/ : 0;
    }

    [BpfProgram("tc")]
    public static int only_few_rounds_are_asked_for(SkBuff skb) => only_few_rounds_are_asked_for__sum(10);

    private static int only_few_rounds_are_asked_for__sum(uint rounds)
    {
        var sum = 0u;
        for (uint i = 0; i < rounds; i++)
            sum += bpf_get_prandom_u32();
        return (int)sum;
    }

    [BpfProgram("tc")]
    public static int any_number_of_rounds_is_asked_for(SkBuff skb) => any_number_of_rounds_is_asked_for__sum(bpf_get_prandom_u32());

    private static int any_number_of_rounds_is_asked_for__sum(uint rounds)
    {
        var sum = 0u;
        for (uint i = 0; /*!DYN031*/i < rounds/*!*/; i++)
            sum += bpf_get_prandom_u32();
        return (int)sum;
    }
}
