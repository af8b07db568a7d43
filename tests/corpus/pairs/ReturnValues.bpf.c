#include "pairs.h"

char _license[] SEC("license") = "GPL";

volatile u64 total;

SEC("fentry/bpf_fentry_test1")
int fentry_returns_one(void *ctx)
{
    total++;
    return 1;
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_five(struct __sk_buff *skb)
{
    total++;
    return 5;
}

SEC("lsm/file_open")
int lsm_returns_a_positive_number(void *ctx)
{
    total++;
    return 7;
}
