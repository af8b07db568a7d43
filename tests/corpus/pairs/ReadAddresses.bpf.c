#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct bytes64 block;

struct pair {
    u32 first;
    u32 second;
};

struct long_pair {
    u64 first;
    u64 second;
};

struct padded {
    u32 first;
    u64 second;
};

static __noinline void number_by_in__put(const u32 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int number_by_in(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    number_by_in__put(&at);
    return 0;
}

static __noinline void zero_by_in__put(const u32 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int zero_by_in(struct __sk_buff *skb)
{
    u32 at = 0;
    zero_by_in__put(&at);
    return 0;
}

static __noinline void other_constant_by_in__put(const u32 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int other_constant_by_in(struct __sk_buff *skb)
{
    u32 at = 5;
    other_constant_by_in__put(&at);
    return 0;
}

static __noinline void long_number_by_in__put(const u64 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int long_number_by_in(struct __sk_buff *skb)
{
    u64 at = bpf_get_prandom_u32() & 63;
    long_number_by_in__put(&at);
    return 0;
}

static __noinline void number_by_in_and_tested__put(const u32 *at)
{
    if (*at < 64)
        block.bytes[*at] = 1;
}

SEC("tc")
int number_by_in_and_tested(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    number_by_in_and_tested__put(&at);
    return 0;
}

static __noinline void number_by_in_used_after__put(const u32 *at)
{
    block.bytes[0] = *at;
}

SEC("tc")
int number_by_in_used_after(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    number_by_in_used_after__put(&at);
    block.bytes[at] = 1;
    return 0;
}

static __noinline void literal_by_in__put(const u32 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int literal_by_in(struct __sk_buff *skb)
{
    u32 at = 5;
    literal_by_in__put(&at);
    return 0;
}

static __noinline void number_by_in_passed_on__put_there(const u32 *at)
{
    block.bytes[*at] = 1;
}

static __noinline void number_by_in_passed_on__put(const u32 *at)
{
    block.bytes[0]++;
    number_by_in_passed_on__put_there(at);
}

SEC("tc")
int number_by_in_passed_on(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    number_by_in_passed_on__put(&at);
    return 0;
}

static __noinline void number_by_ref_only_read__put(u32 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int number_by_ref_only_read(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    number_by_ref_only_read__put(&at);
    return 0;
}

static __noinline void number_by_ref_passed_on__set_there(u32 *at)
{
    *at = bpf_get_prandom_u32() & 63;
}

static __noinline void number_by_ref_passed_on__set(u32 *at)
{
    block.bytes[0]++;
    number_by_ref_passed_on__set_there(at);
}

SEC("tc")
int number_by_ref_passed_on(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    number_by_ref_passed_on__set(&at);
    block.bytes[at] = 1;
    return 0;
}

static __noinline void captured_number__put(u32 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int captured_number(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    captured_number__put(&at);
    return 0;
}

static __always_inline void number_by_in_of_an_inlined_method__put(const u32 *at)
{
    block.bytes[*at] = 1;
}

SEC("tc")
int number_by_in_of_an_inlined_method(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    number_by_in_of_an_inlined_method__put(&at);
    return 0;
}

static __always_inline void number_by_out_of_an_inlined_method__pick(u32 *at)
{
    *at = bpf_get_prandom_u32() & 63;
}

SEC("tc")
int number_by_out_of_an_inlined_method(struct __sk_buff *skb)
{
    u32 at;
    number_by_out_of_an_inlined_method__pick(&at);
    block.bytes[at] = 1;
    return 0;
}

static __noinline void first_of_a_pair_by_in__put(const struct pair *pair)
{
    block.bytes[pair->first] = 1;
}

SEC("tc")
int first_of_a_pair_by_in(struct __sk_buff *skb)
{
    struct pair pair = { bpf_get_prandom_u32() & 63, bpf_get_prandom_u32() & 63 };
    first_of_a_pair_by_in__put(&pair);
    return 0;
}

static __noinline void second_of_a_pair_by_in__put(const struct pair *pair)
{
    block.bytes[pair->second] = 1;
}

SEC("tc")
int second_of_a_pair_by_in(struct __sk_buff *skb)
{
    struct pair pair = { bpf_get_prandom_u32() & 63, bpf_get_prandom_u32() & 63 };
    second_of_a_pair_by_in__put(&pair);
    return 0;
}

static __noinline void second_of_long_numbers_by_in__put(const struct long_pair *pair)
{
    block.bytes[pair->second] = 1;
}

SEC("tc")
int second_of_long_numbers_by_in(struct __sk_buff *skb)
{
    struct long_pair pair = { bpf_get_prandom_u32() & 63, bpf_get_prandom_u32() & 63 };
    second_of_long_numbers_by_in__put(&pair);
    return 0;
}

static __noinline void padded_number_by_in__put(const struct padded *pair)
{
    block.bytes[pair->first] = 1;
}

SEC("tc")
int padded_number_by_in(struct __sk_buff *skb)
{
    struct padded pair = { bpf_get_prandom_u32() & 63, bpf_get_prandom_u32() & 63 };
    padded_number_by_in__put(&pair);
    return 0;
}

static int number_as_a_context__run(u32 index, u32 *at)
{
    block.bytes[*at] = 1;
    return 0;
}

SEC("tc")
int number_as_a_context(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    bpf_loop(4, number_as_a_context__run, &at, 0);
    return 0;
}

static int zero_as_a_context__run(u32 index, u32 *at)
{
    block.bytes[*at] = 1;
    return 0;
}

SEC("tc")
int zero_as_a_context(struct __sk_buff *skb)
{
    u32 at = 0;
    bpf_loop(4, zero_as_a_context__run, &at, 0);
    return 0;
}

static int long_number_as_a_context__run(u32 index, u64 *at)
{
    block.bytes[*at] = 1;
    return 0;
}

SEC("tc")
int long_number_as_a_context(struct __sk_buff *skb)
{
    u64 at = bpf_get_prandom_u32() & 63;
    bpf_loop(4, long_number_as_a_context__run, &at, 0);
    return 0;
}

static int masked_number_as_a_context__run(u32 index, u32 *at)
{
    block.bytes[*at & 63] = 1;
    return 0;
}

SEC("tc")
int masked_number_as_a_context(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    bpf_loop(4, masked_number_as_a_context__run, &at, 0);
    return 0;
}

static int number_set_by_a_callback__run(u32 index, u32 *at)
{
    *at = index & 63;
    return 0;
}

SEC("tc")
int number_set_by_a_callback(struct __sk_buff *skb)
{
    u32 at = 3;
    bpf_loop(4, number_set_by_a_callback__run, &at, 0);
    block.bytes[at] = 1;
    return 0;
}

static int long_number_set_by_a_callback__run(u32 index, u64 *at)
{
    *at = index & 63;
    return 0;
}

SEC("tc")
int long_number_set_by_a_callback(struct __sk_buff *skb)
{
    u64 at = 3;
    bpf_loop(4, long_number_set_by_a_callback__run, &at, 0);
    block.bytes[at] = 1;
    return 0;
}

static int zero_set_by_a_callback__run(u32 index, u32 *at)
{
    *at = 0;
    return 0;
}

SEC("tc")
int zero_set_by_a_callback(struct __sk_buff *skb)
{
    u32 at = 0;
    bpf_loop(4, zero_set_by_a_callback__run, &at, 0);
    block.bytes[at] = 1;
    return 0;
}

static int number_read_by_a_callback__run(u32 index, u32 *at)
{
    block.bytes[0] += *at;
    return 0;
}

SEC("tc")
int number_read_by_a_callback(struct __sk_buff *skb)
{
    u32 at = bpf_get_prandom_u32() & 63;
    bpf_loop(4, number_read_by_a_callback__run, &at, 0);
    block.bytes[at] = 1;
    return 0;
}

static int number_counted_by_a_callback__run(u32 index, u32 *at)
{
    (*at)++;
    return 0;
}

SEC("tc")
int number_counted_by_a_callback(struct __sk_buff *skb)
{
    u32 at = 0;
    bpf_loop(4, number_counted_by_a_callback__run, &at, 0);
    if (at < 64)
        block.bytes[at] = 1;
    return 0;
}

struct number_read_where_using_ends__held {
    u32 at;
};

static __noinline void number_read_where_using_ends__dispose(const struct number_read_where_using_ends__held *held)
{
    block.bytes[held->at] = 1;
}

SEC("tc")
int number_read_where_using_ends(struct __sk_buff *skb)
{
    struct number_read_where_using_ends__held held = { bpf_get_prandom_u32() & 63 };
    number_read_where_using_ends__dispose(&held);
    return 0;
}

struct long_number_read_where_using_ends__held {
    u64 at;
};

static __noinline void long_number_read_where_using_ends__dispose(const struct long_number_read_where_using_ends__held *held)
{
    block.bytes[held->at] = 1;
}

SEC("tc")
int long_number_read_where_using_ends(struct __sk_buff *skb)
{
    struct long_number_read_where_using_ends__held held = { bpf_get_prandom_u32() & 63 };
    long_number_read_where_using_ends__dispose(&held);
    return 0;
}
