// What the programs of the pairs share.

#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

extern int bpf_dynptr_from_skb(struct __sk_buff *skb, u64 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern int bpf_dynptr_from_xdp(struct xdp_md *xdp, u64 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern void *bpf_dynptr_slice(const struct bpf_dynptr *ptr, u64 offset, void *buffer, u64 buffer__szk) __ksym __weak;
extern void *bpf_dynptr_slice_rdwr(const struct bpf_dynptr *ptr, u64 offset, void *buffer, u64 buffer__szk) __ksym __weak;
extern u64 bpf_dynptr_size(const struct bpf_dynptr *ptr) __ksym __weak;

#ifndef barrier_var
/* Keeps the compiler from knowing a value. */
#define barrier_var(var) asm volatile("" : "+r"(var))
#endif

#define RING_BUFFER(name, size)                                                                                        \
    struct {                                                                                                           \
        __uint(type, BPF_MAP_TYPE_RINGBUF);                                                                            \
        __uint(max_entries, size);                                                                                     \
    } name SEC(".maps")

#define MAP_OF(kind, name, key_type, value_type)                                                                       \
    struct {                                                                                                           \
        __uint(type, BPF_MAP_TYPE_##kind);                                                                             \
        __uint(max_entries, 4);                                                                                        \
        __type(key, key_type);                                                                                         \
        __type(value, value_type);                                                                                     \
    } name SEC(".maps")

struct bytes64 {
    u8 bytes[64];
};
