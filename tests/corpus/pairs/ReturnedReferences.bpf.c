#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

struct two {
    u32 first;
    u32 second;
};

struct buffer {
    u32 items[8];
    u64 count;
};

static __noinline u32 *address_of_a_field_of_the_caller__second(struct two *two)
{
    return &two->second;
}

SEC("tc")
int address_of_a_field_of_the_caller(struct __sk_buff *skb)
{
    struct two two = {};
    *address_of_a_field_of_the_caller__second(&two) = skb->len;
    return two.second;
}

static __always_inline u32 *ref_to_a_field_of_the_caller__second(struct two *two)
{
    return &two->second;
}

SEC("tc")
int ref_to_a_field_of_the_caller(struct __sk_buff *skb)
{
    struct two two = {};
    *ref_to_a_field_of_the_caller__second(&two) = skb->len;
    return two.second;
}

static __always_inline u32 *larger_of_two_of_the_caller__max(u32 *a, u32 *b)
{
    return *a > *b ? a : b;
}

SEC("tc")
int larger_of_two_of_the_caller(struct __sk_buff *skb)
{
    u32 a = skb->hash, b = bpf_get_prandom_u32();
    *larger_of_two_of_the_caller__max(&a, &b) = 0;
    return a + b;
}

static __always_inline u8 *element_of_the_caller_within__at(struct bytes64 *bytes, u32 n)
{
    return &bytes->bytes[n & 63];
}

SEC("tc")
int element_of_the_caller_within(struct __sk_buff *skb)
{
    struct bytes64 bytes = {};
    *element_of_the_caller_within__at(&bytes, skb->hash) = 7;
    return bytes.bytes[3];
}

static __always_inline u8 *element_of_a_map_within__at(struct bytes64 *bytes, u32 n)
{
    return &bytes->bytes[n & 63];
}

SEC("tc")
int element_of_a_map_within(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    *element_of_a_map_within__at(value, skb->hash) = 7;
    return 0;
}

static __always_inline u8 *element_of_a_map_beyond__at(struct bytes64 *bytes, u32 n)
{
    return &bytes->bytes[n & 127];
}

SEC("tc")
int element_of_a_map_beyond(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    *element_of_a_map_beyond__at(value, skb->hash) = 7;
    return 0;
}

static __always_inline u32 *field_of_a_record_before_submit__second(struct two *two)
{
    return &two->second;
}

SEC("tc")
int field_of_a_record_before_submit(struct __sk_buff *skb)
{
    struct two *record = bpf_ringbuf_reserve(&ringbuf, sizeof(*record), 0);
    if (!record)
        return 0;
    *field_of_a_record_before_submit__second(record) = 4;
    bpf_ringbuf_submit(record, 0);
    return 0;
}

static __always_inline u32 *field_of_a_record_after_submit__second(struct two *two)
{
    return &two->second;
}

SEC("tc")
int field_of_a_record_after_submit(struct __sk_buff *skb)
{
    struct two *record = bpf_ringbuf_reserve(&ringbuf, sizeof(*record), 0);
    if (!record)
        return 0;
    u32 *second = field_of_a_record_after_submit__second(record);
    bpf_ringbuf_submit(record, 0);
    *second = 4;
    return 0;
}

SEC("tc")
int fixed_buffer_within(struct __sk_buff *skb)
{
    struct buffer buffer = {};
    buffer.items[bpf_get_prandom_u32() & 7] = 1;
    return buffer.items[3];
}

SEC("tc")
int fixed_buffer_beyond(struct __sk_buff *skb)
{
    struct buffer buffer = {};
    buffer.items[bpf_get_prandom_u32() & 15] = 1;
    return buffer.items[3];
}
