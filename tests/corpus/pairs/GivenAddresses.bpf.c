#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

struct bytes64 block;

static __noinline void number_by_out__pick(u32 *at)
{
    *at = bpf_get_prandom_u32() & 63;
}

SEC("tc")
int number_by_out(struct __sk_buff *skb)
{
    u32 at;
    number_by_out__pick(&at);
    block.bytes[at] = 1;
    return 0;
}

static __noinline void long_number_by_out__pick(u64 *at)
{
    *at = bpf_get_prandom_u32() & 63;
}

SEC("tc")
int long_number_by_out(struct __sk_buff *skb)
{
    u64 at;
    long_number_by_out__pick(&at);
    block.bytes[at] = 1;
    return 0;
}

static __noinline void number_by_out_and_tested__pick(u32 *at)
{
    *at = bpf_get_prandom_u32() & 63;
}

SEC("tc")
int number_by_out_and_tested(struct __sk_buff *skb)
{
    u32 at;
    number_by_out_and_tested__pick(&at);
    if (at < 64)
        block.bytes[at] = 1;
    return 0;
}

static __noinline void number_by_out_behind_a_key__pick(u32 *at)
{
    *at = bpf_get_prandom_u32() & 63;
}

SEC("tc")
int number_by_out_behind_a_key(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 at;
    number_by_out_behind_a_key__pick(&at);
    value->bytes[at] = 1;
    return 0;
}

static __noinline void number_bounded_by_ref__bound(u32 *n)
{
    if (*n > 63)
        *n = 63;
}

SEC("tc")
int number_bounded_by_ref(struct __sk_buff *skb)
{
    u32 n = bpf_get_prandom_u32();
    number_bounded_by_ref__bound(&n);
    block.bytes[n] = 1;
    return 0;
}

static __noinline void number_made_zero_by_ref__clear(u32 *n)
{
    *n = 0;
}

SEC("tc")
int number_made_zero_by_ref(struct __sk_buff *skb)
{
    u32 n = bpf_get_prandom_u32();
    number_made_zero_by_ref__clear(&n);
    block.bytes[n] = 1;
    return 0;
}

static __noinline void flag_by_ref__send(struct bpf_dynptr *ptr, bool *sent)
{
    if (bpf_get_prandom_u32() <= 5)
        return;
    bpf_ringbuf_submit_dynptr(ptr, 0);
    *sent = true;
}

SEC("tc")
int flag_by_ref(struct __sk_buff *skb)
{
    bool sent = false;
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    flag_by_ref__send(&ptr, &sent);
    if (!sent)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

static __noinline void long_flag_by_ref__send(struct bpf_dynptr *ptr, u64 *sent)
{
    if (bpf_get_prandom_u32() <= 5)
        return;
    bpf_ringbuf_submit_dynptr(ptr, 0);
    *sent = 1;
}

SEC("tc")
int long_flag_by_ref(struct __sk_buff *skb)
{
    u64 sent = 0;
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    long_flag_by_ref__send(&ptr, &sent);
    if (!sent)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

static __noinline void counter_by_ref__next(int *i)
{
    block.bytes[0]++;
    (*i)++;
}

SEC("tc")
int counter_by_ref(struct __sk_buff *skb)
{
    for (int i = 0; i < 20;)
        counter_by_ref__next(&i);
    return 0;
}

static __noinline void long_counter_by_ref__next(s64 *i)
{
    block.bytes[0]++;
    (*i)++;
}

SEC("tc")
int long_counter_by_ref(struct __sk_buff *skb)
{
    for (s64 i = 0; i < 20;)
        long_counter_by_ref__next(&i);
    return 0;
}
