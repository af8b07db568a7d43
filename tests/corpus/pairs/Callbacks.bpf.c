#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct slice_context {
    u64 *slice;
    int count;
};

struct dynptr_context {
    struct bpf_dynptr ptr;
    int done;
};

struct reference_context {
    u64 *value;
    int count;
};

struct record_context {
    struct bpf_dynptr ptr;
    u64 *slice;
};

struct counter_context {
    int count;
    u64 first;
    u64 second;
};

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} ringbuf SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_USER_RINGBUF);
    __uint(max_entries, 4096);
} user_ringbuf SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, u64);
} numbers SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, struct bytes64);
} blocks SEC(".maps");

volatile u64 total;
volatile u32 count;

static __noinline long delegate_in_a_field__callback(u32 i, void *context)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    return 0;
}

SEC("tc")
int delegate_in_a_field(struct __sk_buff *skb)
{
    bpf_loop(4, delegate_in_a_field__callback, 0, 0);
    return 0;
}

static __noinline long slice_of_a_sample_leaves_the_callback__callback(struct bpf_dynptr *sample, void *context)
{
    ((struct slice_context *)context)->slice = bpf_dynptr_data(sample, 0, 8);
    return 0;
}

SEC("tc")
int slice_of_a_sample_leaves_the_callback(struct __sk_buff *skb)
{
    struct slice_context context = {};
    bpf_user_ringbuf_drain(&user_ringbuf, slice_of_a_sample_leaves_the_callback__callback, &context, 0);
    if (context.slice)
        *context.slice = 1;
    return 0;
}

static __noinline long clone_of_a_sample_leaves_the_callback__callback(struct bpf_dynptr *sample, void *context)
{
    bpf_dynptr_clone(sample, &((struct dynptr_context *)context)->ptr);
    return 0;
}

SEC("tc")
int clone_of_a_sample_leaves_the_callback(struct __sk_buff *skb)
{
    struct dynptr_context context = {};
    bpf_user_ringbuf_drain(&user_ringbuf, clone_of_a_sample_leaves_the_callback__callback, &context, 0);
    return 0;
}

static __noinline long reference_in_the_context__callback(void *map, const u32 *key, u64 *val,
                                                          struct reference_context *context)
{
    context->count++;
    return 0;
}

SEC("tc")
int reference_in_the_context(struct __sk_buff *skb)
{
    struct reference_context context = {};
    context.value = &total;
    bpf_for_each_map_elem(&numbers, reference_in_the_context__callback, &context, 0);
    *context.value = 4;
    return 0;
}

static __noinline long submitted_in_the_callback_once__callback(u32 i, struct dynptr_context *context)
{
    if (!context->done) {
        bpf_ringbuf_submit_dynptr(&context->ptr, 0);
        context->done = 1;
    }
    return 0;
}

SEC("tc")
int submitted_in_the_callback_once(struct __sk_buff *skb)
{
    struct dynptr_context context;
    context.done = 0;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context.ptr);
    bpf_loop(1, submitted_in_the_callback_once__callback, &context, 0);
    if (!context.done)
        bpf_ringbuf_discard_dynptr(&context.ptr, 0);
    return 0;
}

static __noinline long submitted_in_the_callback_by_flag__callback(u32 i, struct dynptr_context *context)
{
    if (!context->done) {
        bpf_ringbuf_submit_dynptr(&context->ptr, 0);
        context->done = 1;
    }
    return 0;
}

SEC("tc")
int submitted_in_the_callback_by_flag(struct __sk_buff *skb)
{
    struct dynptr_context context;
    context.done = 0;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context.ptr);
    bpf_loop(10, submitted_in_the_callback_by_flag__callback, &context, 0);
    if (!context.done)
        bpf_ringbuf_discard_dynptr(&context.ptr, 0);
    return 0;
}

static __noinline long counter_in_the_context__callback(u32 i, struct counter_context *context)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 1;
    value->bytes[context->count] = 1;
    context->count++;
    return 0;
}

SEC("tc")
int counter_in_the_context(struct __sk_buff *skb)
{
    struct counter_context context = {};
    bpf_loop(10, counter_in_the_context__callback, &context, 0);
    return context.count;
}

static __noinline long index_with_bound__callback(u32 i, struct counter_context *context)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 1;
    if (i < 64)
        value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int index_with_bound(struct __sk_buff *skb)
{
    struct counter_context context = {};
    bpf_loop(100, index_with_bound__callback, &context, 0);
    return context.count;
}

static __noinline long index_without_bound__callback(u32 i, struct counter_context *context)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 1;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int index_without_bound(struct __sk_buff *skb)
{
    struct counter_context context = {};
    bpf_loop(64, index_without_bound__callback, &context, 0);
    return context.count;
}

static __noinline long loop_callback_returns_two__callback(u32 i, void *context)
{
    return 2;
}

SEC("tc")
int loop_callback_returns_two(struct __sk_buff *skb)
{
    bpf_loop(4, loop_callback_returns_two__callback, 0, 0);
    return 0;
}

static int callback_returns_what_a_call_gave__callback(u32 i, void *context)
{
    u32 x = bpf_get_prandom_u32();
    return x < 2 ? (int)x : 0;
}

SEC("tc")
int callback_returns_what_a_call_gave(struct __sk_buff *skb)
{
    bpf_loop(4, callback_returns_what_a_call_gave__callback, 0, 0);
    return 0;
}

static int callback_returns_a_bit_of_what_a_call_gave__callback(u32 i, void *context)
{
    u32 x = bpf_get_prandom_u32();
    return x & 1;
}

SEC("tc")
int callback_returns_a_bit_of_what_a_call_gave(struct __sk_buff *skb)
{
    bpf_loop(4, callback_returns_a_bit_of_what_a_call_gave__callback, 0, 0);
    return 0;
}

static __noinline long map_callback_returns_two__callback(void *value, u32 *key, u64 *v, void *context)
{
    return 2;
}

SEC("tc")
int map_callback_returns_two(struct __sk_buff *skb)
{
    bpf_for_each_map_elem(&numbers, map_callback_returns_two__callback, 0, 0);
    return 0;
}

static __noinline long slice_of_the_caller__callback(u32 i, struct record_context *context)
{
    if (context->slice)
        *context->slice = i;
    return 0;
}

SEC("tc")
int slice_of_the_caller(struct __sk_buff *skb)
{
    struct record_context context;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context.ptr);
    context.slice = bpf_dynptr_data(&context.ptr, 0, 8);
    bpf_loop(2, slice_of_the_caller__callback, &context, 0);
    if (context.slice)
        *context.slice = 1;
    bpf_ringbuf_discard_dynptr(&context.ptr, 0);
    return 0;
}

static __noinline long reserved_anew__callback(u32 i, struct record_context *context)
{
    bpf_ringbuf_submit_dynptr(&context->ptr, 0);
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context->ptr);
    return 0;
}

SEC("tc")
int reserved_anew(struct __sk_buff *skb)
{
    struct record_context context;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context.ptr);
    bpf_loop(2, reserved_anew__callback, &context, 0);
    bpf_ringbuf_discard_dynptr(&context.ptr, 0);
    return 0;
}

static __noinline long slice_of_what_was_reserved_anew__callback(u32 i, struct record_context *context)
{
    bpf_ringbuf_submit_dynptr(&context->ptr, 0);
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context->ptr);
    return 0;
}

SEC("tc")
int slice_of_what_was_reserved_anew(struct __sk_buff *skb)
{
    struct record_context context;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context.ptr);
    context.slice = bpf_dynptr_data(&context.ptr, 0, 8);
    bpf_loop(2, slice_of_what_was_reserved_anew__callback, &context, 0);
    if (context.slice)
        *context.slice = 1;
    bpf_ringbuf_discard_dynptr(&context.ptr, 0);
    return 0;
}

static __noinline long callback_in_a_callback__inner(u32 i, struct record_context *context)
{
    bpf_dynptr_write(&context->ptr, 0, &i, 4, 0);
    return 0;
}

static __noinline long callback_in_a_callback__outer(u32 i, struct record_context *context)
{
    bpf_loop(3, callback_in_a_callback__inner, context, 0);
    return 0;
}

SEC("tc")
int callback_in_a_callback(struct __sk_buff *skb)
{
    struct record_context context;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &context.ptr);
    bpf_loop(2, callback_in_a_callback__outer, &context, 0);
    bpf_ringbuf_discard_dynptr(&context.ptr, 0);
    return 0;
}

static int context_in_a_static_variable__add(u32 index, u64 *context)
{
    *context += index;
    return 0;
}

SEC("tc")
int context_in_a_static_variable(struct __sk_buff *skb)
{
    bpf_loop(4, context_in_a_static_variable__add, (void *)&total, 0);
    return 0;
}

static int context_copied_from_a_static_variable__add(u32 index, u64 *context)
{
    *context += index;
    return 0;
}

SEC("tc")
int context_copied_from_a_static_variable(struct __sk_buff *skb)
{
    u64 copy = total;
    bpf_loop(4, context_copied_from_a_static_variable__add, &copy, 0);
    total = copy;
    return 0;
}

static int context_in_a_map__add(u32 index, u64 *context)
{
    *context += index;
    return 0;
}

SEC("tc")
int context_in_a_map(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    if (value)
        bpf_loop(4, context_in_a_map__add, value, 0);
    return 0;
}
