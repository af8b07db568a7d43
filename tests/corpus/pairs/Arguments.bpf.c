#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

static __noinline void released_as_asked__send(bool submit)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (submit)
        bpf_ringbuf_submit_dynptr(&ptr, 0);
}

SEC("tc")
int released_as_asked(struct __sk_buff *skb)
{
    released_as_asked__send(true);
    return 0;
}

static __noinline void kept_as_asked__send(bool submit)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (submit)
        bpf_ringbuf_submit_dynptr(&ptr, 0);
}

SEC("tc")
int kept_as_asked(struct __sk_buff *skb)
{
    kept_as_asked__send(true);
    kept_as_asked__send(false);
    return 0;
}

static __noinline void kept_by_chance__send(bool submit)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (submit)
        bpf_ringbuf_submit_dynptr(&ptr, 0);
}

SEC("tc")
int kept_by_chance(struct __sk_buff *skb)
{
    kept_by_chance__send(bpf_get_prandom_u32() > 5);
    return 0;
}

static __noinline int only_small_numbers_are_given__at(u32 i)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    return value ? value->bytes[i] : 0;
}

SEC("tc")
int only_small_numbers_are_given(struct __sk_buff *skb)
{
    return only_small_numbers_are_given__at(bpf_get_prandom_u32() & 63);
}

static __noinline int large_numbers_are_given__at(u32 i)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    return value ? value->bytes[i] : 0;
}

SEC("tc")
int large_numbers_are_given(struct __sk_buff *skb)
{
    return large_numbers_are_given__at(bpf_get_prandom_u32() & 127);
}

static __noinline int only_few_rounds_are_asked_for__sum(u32 rounds)
{
    u32 sum = 0;
    for (u32 i = 0; i < rounds; i++)
        sum += bpf_get_prandom_u32();
    return sum;
}

SEC("tc")
int only_few_rounds_are_asked_for(struct __sk_buff *skb)
{
    return only_few_rounds_are_asked_for__sum(10);
}

static __noinline int any_number_of_rounds_is_asked_for__sum(u32 rounds)
{
    u32 sum = 0;
    for (u32 i = 0; i < rounds; i++)
        sum += bpf_get_prandom_u32();
    return sum;
}

SEC("tc")
int any_number_of_rounds_is_asked_for(struct __sk_buff *skb)
{
    return any_number_of_rounds_is_asked_for__sum(bpf_get_prandom_u32());
}
