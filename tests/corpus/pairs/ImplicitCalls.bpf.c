#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(HASH, blocks, u32, struct bytes64);

extern struct bpf_key *bpf_lookup_user_key(s32 serial, u64 flags) __ksym __weak;
extern void bpf_key_put(struct bpf_key *key) __ksym __weak;

struct key_scope {
    struct bpf_key *key;
};

static __noinline void key_scope__dispose(const struct key_scope *scope)
{
    bpf_key_put(scope->key);
}

SEC("lsm.s/file_open")
int key_put_again_by_dispose(void *ctx)
{
    struct bpf_key *key = bpf_lookup_user_key(1, 0);
    if (!key)
        return 0;
    struct key_scope scope = {key};
    bpf_key_put(key);
    key_scope__dispose(&scope);
    return 0;
}

SEC("lsm.s/file_open")
int key_put_by_dispose(void *ctx)
{
    struct bpf_key *key = bpf_lookup_user_key(1, 0);
    if (!key)
        return 0;
    struct key_scope scope = {key};
    key_scope__dispose(&scope);
    return 0;
}

static __noinline u8 operator_over_the_bound__multiply(int index, u8 *bytes)
{
    return bytes[index];
}

SEC("tc")
int operator_over_the_bound(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return operator_over_the_bound__multiply(64, value->bytes);
}

static __noinline u8 operator_below_the_bound__multiply(int index, u8 *bytes)
{
    return bytes[index];
}

SEC("tc")
int operator_below_the_bound(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return operator_below_the_bound__multiply(63, value->bytes);
}
