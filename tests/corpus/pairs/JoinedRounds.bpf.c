#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(HASH, blocks, u32, struct bytes64);

struct counter {
    u64 sum;
    u32 last;
};

struct bytes64 block;
u32 last;
u64 total;

SEC("tc")
int index_kept_over_loops_inside(struct __sk_buff *skb)
{
    for (int i = 0; i < 64; i++) {
        if (block.bytes[i] > 50)
            break;
        for (int j = 3; j >= 0; j--) {
            u32 at = block.bytes[i];
            if (at >= 64)
                break;
            block.bytes[at] ^= block.bytes[j];
            if (at < 30 || (block.bytes[j] & 32) == 0)
                last = block.bytes[at & 31];
            else
                total++;
        }
    }
    return 0;
}

SEC("tc")
int next_index_kept_over_loops_inside(struct __sk_buff *skb)
{
    u32 key = 2;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    for (int i = 0; i < 64; i++) {
        if (block.bytes[i] > 50)
            break;
        for (int j = 3; j >= 0; j--) {
            u32 at = value->bytes[i + 1];
            if (at >= 64)
                break;
            block.bytes[at] ^= block.bytes[j];
            if (at < 30 || (block.bytes[j] & 32) == 0)
                last = block.bytes[at & 31];
            else
                total++;
        }
    }
    return 0;
}

SEC("tc")
int index_up_to_a_number_exactly(struct __sk_buff *skb)
{
    for (u32 i = 0; i != 64; i++) {
        block.bytes[i] = last;
        u32 key = 2;
        struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
        if (value) {
            u32 at = value->bytes[3];
            if (at < 64)
                value->bytes[at] = block.bytes[i];
            if (value->bytes[i] & 8)
                total++;
            if (value->bytes[i] & 16)
                last++;
        }
    }
    return 0;
}

SEC("tc")
int index_up_to_a_greater_number_exactly(struct __sk_buff *skb)
{
    for (u32 i = 0; i != 65; i++) {
        u32 key = 2;
        struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
        if (value) {
            value->bytes[i] = last;
            u32 at = value->bytes[3];
            if (at < 64)
                value->bytes[at] = last;
            if (value->bytes[5] & 8)
                total++;
            if (value->bytes[6] & 16)
                last++;
        }
    }
    return 0;
}

static int rounds_with_an_enumeration_in_a_callback__run(u32 index, u64 *context)
{
    int x;
    u32 end = bpf_get_prandom_u32() & 3;
    for (u32 i = 0; i < end; i++) {
        u32 key = 2;
        struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
        if (!value)
            break;
        bpf_for(x, 0, 2)
        {
            u32 at = bpf_get_prandom_u32();
            barrier_var(at);
            if (at >= 64)
                break;
            value->bytes[at] = last;
        }
    }
    block.bytes[end] = 1;
    return 0;
}

SEC("tc")
int rounds_with_an_enumeration_in_a_callback(struct __sk_buff *skb)
{
    u64 context = total;
    bpf_loop(bpf_get_prandom_u32(), rounds_with_an_enumeration_in_a_callback__run, &context, 0);
    return 0;
}

static int counted_by_a_callback_in_rounds__run(u32 index, struct counter *counter)
{
    for (int i = 0; i < 32; i += 4) {
        last = (index - 48) & 1;
        counter->last++;
    }
    return 0;
}

SEC("tc")
int counted_by_a_callback_in_rounds(struct __sk_buff *skb)
{
    struct counter counter = { .sum = total, .last = block.bytes[3] & 1 };
    bpf_loop((u32)total, counted_by_a_callback_in_rounds__run, &counter, 0);
    for (u32 flag = 1; flag < 256; flag <<= 1)
        block.bytes[last & 1] ^= counter.last * 61;
    return 0;
}
