#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct span {
    u8 *bytes;
    u64 length;
};

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

extern struct bpf_key *bpf_lookup_user_key(s32 serial, u64 flags) __ksym __weak;
extern void bpf_key_put(struct bpf_key *key) __ksym __weak;

static __noinline u8 index_over_the_span__get(u8 *bytes, int i)
{
    return bytes[i];
}

SEC("tc")
int index_over_the_span(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return index_over_the_span__get(value->bytes, 300);
}

static __noinline u8 index_within_the_span__get(u8 *bytes, int i)
{
    return bytes[i];
}

SEC("tc")
int index_within_the_span(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return index_within_the_span__get(value->bytes, 30);
}

static __noinline void sixteen_of_a_record_of_eight__fill(volatile u8 *bytes)
{
    for (int i = 0; i < 16; i++)
        bytes[i] = 1;
}

SEC("tc")
int sixteen_of_a_record_of_eight(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    if (!record)
        return 0;
    sixteen_of_a_record_of_eight__fill(record);
    bpf_ringbuf_submit(record, 0);
    return 0;
}

static __noinline void sixteen_of_a_record_of_sixteen__fill(volatile u8 *bytes)
{
    for (int i = 0; i < 16; i++)
        bytes[i] = 1;
}

SEC("tc")
int sixteen_of_a_record_of_sixteen(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 16, 0);
    if (!record)
        return 0;
    sixteen_of_a_record_of_sixteen__fill(record);
    bpf_ringbuf_submit(record, 0);
    return 0;
}

static __noinline int span_of_a_packet_that_the_method_changes__use(struct __sk_buff *skb, u8 *bytes)
{
    bpf_skb_pull_data(skb, 0);
    return bytes[0];
}

SEC("tc")
int span_of_a_packet_that_the_method_changes(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    return span_of_a_packet_that_the_method_changes__use(skb, slice);
}

static __noinline int span_of_a_packet_that_the_method_has_read__use(struct __sk_buff *skb, u8 *bytes)
{
    u8 first = bytes[0];
    bpf_skb_pull_data(skb, 0);
    return first;
}

SEC("tc")
int span_of_a_packet_that_the_method_has_read(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    return span_of_a_packet_that_the_method_has_read__use(skb, slice);
}

static __noinline u8 span_behind_in_after_submit__first(const struct span *span)
{
    return span->bytes[0];
}

SEC("tc")
int span_behind_in_after_submit(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    if (!record)
        return 0;
    struct span span = {record, 8};
    bpf_ringbuf_submit(record, 0);
    return span_behind_in_after_submit__first(&span);
}

static __noinline u8 span_behind_in_before_submit__first(const struct span *span)
{
    return span->bytes[0];
}

SEC("tc")
int span_behind_in_before_submit(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    if (!record)
        return 0;
    struct span span = {record, 8};
    u8 first = span_behind_in_before_submit__first(&span);
    bpf_ringbuf_submit(record, 0);
    return first;
}

static __noinline u8 span_in_a_ref_struct_after_submit__get(const struct span *reader, int index)
{
    return reader->bytes[index];
}

SEC("tc")
int span_in_a_ref_struct_after_submit(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    if (!record)
        return 0;
    struct span reader = {record, 8};
    bpf_ringbuf_submit(record, 0);
    return span_in_a_ref_struct_after_submit__get(&reader, 0);
}

static __noinline u8 span_in_a_ref_struct_before_submit__get(const struct span *reader, int index)
{
    return reader->bytes[index];
}

SEC("tc")
int span_in_a_ref_struct_before_submit(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    if (!record)
        return 0;
    struct span reader = {record, 8};
    u8 first = span_in_a_ref_struct_before_submit__get(&reader, 0);
    bpf_ringbuf_submit(record, 0);
    return first;
}

static __noinline void write_through_a_reference_into_a_readonly_slice__set(u8 *b)
{
    *b = 1;
}

SEC("tc")
int write_through_a_reference_into_a_readonly_slice(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    write_through_a_reference_into_a_readonly_slice__set(slice);
    return 0;
}

static __noinline void write_through_a_reference_into_a_slice__set(u8 *b)
{
    *b = 1;
}

SEC("tc")
int write_through_a_reference_into_a_slice(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice_rdwr(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    write_through_a_reference_into_a_slice__set(slice);
    return 0;
}

static __noinline void key_put_twice_by_a_method__put(struct bpf_key *key)
{
    bpf_key_put(key);
}

SEC("lsm.s/file_open")
int key_put_twice_by_a_method(void *ctx)
{
    struct bpf_key *key = bpf_lookup_user_key(1, 0);
    if (!key)
        return 0;
    key_put_twice_by_a_method__put(key);
    key_put_twice_by_a_method__put(key);
    return 0;
}

static __noinline void key_put_once_by_a_method__put(struct bpf_key *key)
{
    bpf_key_put(key);
}

SEC("lsm.s/file_open")
int key_put_once_by_a_method(void *ctx)
{
    struct bpf_key *key = bpf_lookup_user_key(1, 0);
    if (!key)
        return 0;
    key_put_once_by_a_method__put(key);
    return 0;
}

static __noinline void null_key_put_by_a_method__put(struct bpf_key *key)
{
    bpf_key_put(key);
}

SEC("lsm.s/file_open")
int null_key_put_by_a_method(void *ctx)
{
    null_key_put_by_a_method__put(bpf_lookup_user_key(1, 0));
    return 0;
}

static __noinline void key_tested_and_put_by_a_method__put(struct bpf_key *key)
{
    if (key)
        bpf_key_put(key);
}

SEC("lsm.s/file_open")
int key_tested_and_put_by_a_method(void *ctx)
{
    key_tested_and_put_by_a_method__put(bpf_lookup_user_key(1, 0));
    return 0;
}

static __noinline int number_over_the_bound__at(int i)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[i];
}

SEC("tc")
int number_over_the_bound(struct __sk_buff *skb)
{
    return number_over_the_bound__at(100);
}

static __noinline int number_below_the_bound__at(int i)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[i];
}

SEC("tc")
int number_below_the_bound(struct __sk_buff *skb)
{
    return number_below_the_bound__at(10);
}

static __noinline void pointer_moved_over_the_end__set(u8 *bytes, int i)
{
    bytes[i] = 1;
}

SEC("tc")
int pointer_moved_over_the_end(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    pointer_moved_over_the_end__set(value->bytes + 60, 8);
    return 0;
}

static __noinline void pointer_moved_to_the_end__set(u8 *bytes, int i)
{
    bytes[i] = 1;
}

SEC("tc")
int pointer_moved_to_the_end(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    pointer_moved_to_the_end__set(value->bytes + 55, 8);
    return 0;
}
