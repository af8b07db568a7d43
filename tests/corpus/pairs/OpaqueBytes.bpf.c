#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct guarded {
    struct bpf_spin_lock held;
    int number;
    s64 sum;
};

struct middle {
    u8 head[4];
    struct bpf_spin_lock held;
    u8 tail[24];
};

MAP_OF(HASH, guarded, u32, struct guarded);
MAP_OF(HASH, middles, u32, struct middle);
RING_BUFFER(events, 4096);

struct guarded shared SEC(".data.shared") __hidden;

volatile u64 total;

SEC("tc")
int element_cleared(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    __builtin_memset(value, 0, sizeof(*value));
    return 0;
}

SEC("tc")
int fields_cleared_one_by_one(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    value->number = 0;
    value->sum = 0;
    return 0;
}

SEC("tc")
int element_made_anew(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    *value = (struct guarded){ .number = 3 };
    return 0;
}

SEC("tc")
int element_copied_to_another(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    key = 1;
    struct guarded *other = bpf_map_lookup_elem(&guarded, &key);
    if (!other)
        return 0;
    *other = *value;
    return 0;
}

SEC("tc")
int copy_of_which_a_neighbour_is_used(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    struct guarded copy = *value;
    total = copy.sum;
    return 0;
}

SEC("tc")
int first_byte_read(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return *(volatile u8 *)value;
}

SEC("tc")
int byte_behind_read(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return ((volatile u8 *)value)[4];
}

SEC("tc")
int lock_copied_to_a_variable(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    u32 held = *(volatile u32 *)&value->held;
    return held;
}

SEC("tc")
int lock_written_as_a_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    *(volatile u32 *)&value->held = 0;
    return 0;
}

SEC("tc")
int lock_changed_atomically(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    __sync_fetch_and_add((int *)&value->held, 1);
    return 0;
}

SEC("tc")
int neighbour_changed_atomically(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    __sync_fetch_and_add(&value->number, 1);
    return 0;
}

SEC("tc")
int read_across_the_start(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    total = *(volatile u64 *)value;
    return 0;
}

SEC("tc")
int read_behind_the_end(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    total = *(volatile u64 *)value->tail;
    return 0;
}

SEC("tc")
int index_that_may_reach_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    ((volatile u8 *)value)[bpf_get_prandom_u32() & 31] = 1;
    return 0;
}

SEC("tc")
int index_in_front_of_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    ((volatile u8 *)value)[bpf_get_prandom_u32() & 3] = 1;
    return 0;
}

SEC("tc")
int index_behind_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    value->tail[bpf_get_prandom_u32() % 24] = 1;
    return 0;
}

SEC("tc")
int index_around_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    ((volatile u8 *)value)[bpf_get_prandom_u32() & 27] = 1;
    return 0;
}

static __noinline int element_given_to_a_static_function__use(struct guarded *value)
{
    bpf_spin_lock(&value->held);
    int number = value->number;
    bpf_spin_unlock(&value->held);
    return number & 1;
}

SEC("tc")
int element_given_to_a_static_function(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return element_given_to_a_static_function__use(value);
}

static __noinline void element_cleared_by_a_static_function__use(struct guarded *value)
{
    __builtin_memset(value, 0, sizeof(*value));
}

SEC("tc")
int element_cleared_by_a_static_function(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    element_cleared_by_a_static_function__use(value);
    return 0;
}

static int each_element_cleared__run(void *map, u32 *key, struct guarded *value, void *context)
{
    __builtin_memset(value, 0, sizeof(*value));
    return 0;
}

SEC("tc")
int each_element_cleared(struct __sk_buff *skb)
{
    bpf_for_each_map_elem(&guarded, each_element_cleared__run, 0, 0);
    return 0;
}

static int each_element_counted__run(void *map, u32 *key, struct guarded *value, void *context)
{
    value->number++;
    return 0;
}

SEC("tc")
int each_element_counted(struct __sk_buff *skb)
{
    bpf_for_each_map_elem(&guarded, each_element_counted__run, 0, 0);
    return 0;
}

SEC("tc")
int global_cleared(struct __sk_buff *skb)
{
    __builtin_memset(&shared, 0, sizeof(shared));
    return 0;
}

SEC("tc")
int field_of_a_global_cleared(struct __sk_buff *skb)
{
    shared.number = 0;
    return 0;
}

SEC("tc")
int record_of_such_a_type_cleared(struct __sk_buff *skb)
{
    struct guarded *record = bpf_ringbuf_reserve(&events, sizeof(*record), 0);
    if (!record)
        return 0;
    __builtin_memset(record, 0, sizeof(*record));
    bpf_ringbuf_submit(record, 0);
    return 0;
}
