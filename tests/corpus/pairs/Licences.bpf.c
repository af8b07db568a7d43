#include "pairs.h"

char _license[] SEC("license") = "Proprietary";

volatile u64 total;

SEC("tc")
int kfunc_without_a_compatible_licence(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    return 0;
}

SEC("tc")
int restricted_helper_without_a_compatible_licence(struct __sk_buff *skb)
{
    total = bpf_get_current_task();
    return 0;
}

SEC("tc")
int open_helper_without_a_compatible_licence(struct __sk_buff *skb)
{
    total = bpf_ktime_get_ns();
    return 0;
}

SEC("lsm/file_open")
int hook_without_a_compatible_licence(void *ctx)
{
    total++;
    return 0;
}

SEC("fentry/bpf_fentry_test1")
int tracing_without_a_compatible_licence(void *ctx)
{
    total++;
    return 0;
}
