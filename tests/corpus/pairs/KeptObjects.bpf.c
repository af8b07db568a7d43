#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern struct task_struct *bpf_task_from_pid(s32 id) __ksym __weak;
extern struct task_struct *bpf_task_acquire(struct task_struct *task) __ksym __weak;
extern void bpf_task_release(struct task_struct *task) __ksym __weak;
extern int bpf_crypto_encrypt(struct bpf_crypto_ctx *cipher, const struct bpf_dynptr *source,
                              const struct bpf_dynptr *destination, const struct bpf_dynptr *vector) __ksym __weak;

struct kept_task {
    struct task_struct __kptr *task;
};

struct cipher {
    struct bpf_crypto_ctx __kptr *context;
    u64 a;
    u64 b;
};

MAP_OF(ARRAY, kept, u32, struct kept_task);
MAP_OF(ARRAY, ciphers, u32, struct cipher);

SEC("lsm/task_alloc")
int BPF_PROG(kept_task_seen, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *seen = value->task;
    if (!seen)
        return 0;
    struct task_struct *held = bpf_task_acquire(seen);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(kept_task_released, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *seen = value->task;
    if (!seen)
        return 0;
    bpf_task_release(seen);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(given_task_kept, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *old = bpf_kptr_xchg(&value->task, task);
    if (old)
        bpf_task_release(old);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(acquired_task_kept_in_a_map, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    struct task_struct *old = bpf_kptr_xchg(&value->task, held);
    if (old)
        bpf_task_release(old);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(acquired_task_kept_in_a_map_and_released, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    struct task_struct *old = bpf_kptr_xchg(&value->task, held);
    if (old)
        bpf_task_release(old);
    bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(acquired_task_kept_in_a_map_and_used, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    struct task_struct *old = bpf_kptr_xchg(&value->task, held);
    if (old)
        bpf_task_release(old);
    held = bpf_task_acquire(held);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_taken_out_of_a_map_and_lost, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    bpf_kptr_xchg(&value->task, 0);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_taken_out_of_a_map, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *old = bpf_kptr_xchg(&value->task, 0);
    if (old)
        bpf_task_release(old);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_that_may_be_null_kept_in_a_map, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *held = bpf_task_acquire(task);
    struct task_struct *old = bpf_kptr_xchg(&value->task, held);
    if (old)
        bpf_task_release(old);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(kept_task_put_back, struct task_struct *task)
{
    u32 key = 0;
    struct kept_task *value = bpf_map_lookup_elem(&kept, &key);
    if (!value)
        return 0;
    struct task_struct *seen = value->task;
    if (!seen)
        return 0;
    struct task_struct *old = bpf_kptr_xchg(&value->task, seen);
    if (old)
        bpf_task_release(old);
    return 0;
}

SEC("tc")
int seen_cipher_used(struct __sk_buff *packet)
{
    u32 key = 0;
    struct cipher *value = bpf_map_lookup_elem(&ciphers, &key);
    if (!value)
        return 0;
    struct bpf_dynptr a, b;
    bpf_dynptr_from_mem(&value->a, 8, 0, &a);
    bpf_dynptr_from_mem(&value->b, 8, 0, &b);

    struct bpf_crypto_ctx *cipher = value->context;
    if (!cipher)
        return 0;
    bpf_crypto_encrypt(cipher, &a, &b, 0);
    return 0;
}

SEC("tc")
int seen_cipher_that_may_be_null(struct __sk_buff *packet)
{
    u32 key = 0;
    struct cipher *value = bpf_map_lookup_elem(&ciphers, &key);
    if (!value)
        return 0;
    struct bpf_dynptr a, b;
    bpf_dynptr_from_mem(&value->a, 8, 0, &a);
    bpf_dynptr_from_mem(&value->b, 8, 0, &b);

    struct bpf_crypto_ctx *cipher = value->context;
    bpf_crypto_encrypt(cipher, &a, &b, 0);
    return 0;
}
