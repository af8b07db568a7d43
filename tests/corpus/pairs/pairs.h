// What the programs of the pairs share.

#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

extern int bpf_dynptr_from_skb(struct __sk_buff *skb, u64 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern u64 bpf_dynptr_size(const struct bpf_dynptr *ptr) __ksym __weak;
extern void *bpf_dynptr_slice(const struct bpf_dynptr *ptr, u64 offset, void *buffer, u64 buffer__szk) __ksym __weak;

#ifndef barrier_var
/* Keeps the compiler from knowing a value. */
#define barrier_var(var) asm volatile("" : "+r"(var))
#endif

struct bytes64 {
    u8 bytes[64];
};
