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

SEC("fentry/bpf_fentry_test1")
int fentry_returns_zero(void *ctx)
{
    total++;
    return 0;
}

SEC("fexit/bpf_fentry_test1")
int fexit_returns_one(void *ctx)
{
    total++;
    return 1;
}

SEC("cgroup_skb/egress")
int cgroup_skb_egress_returns_three(struct __sk_buff *skb)
{
    return 3;
}

SEC("cgroup_skb/ingress")
int cgroup_skb_ingress_returns_two(struct __sk_buff *skb)
{
    return 2;
}

SEC("cgroup_skb/ingress")
int cgroup_skb_ingress_returns_one(struct __sk_buff *skb)
{
    return 1;
}

SEC("cgroup_skb/ingress")
int cgroup_skb_ingress_returns_one_of_four(struct __sk_buff *skb)
{
    return bpf_get_prandom_u32() & 3;
}

SEC("cgroup_skb/ingress")
int cgroup_skb_ingress_returns_one_of_two(struct __sk_buff *skb)
{
    return bpf_get_prandom_u32() & 1;
}

SEC("lsm/file_open")
int lsm_returns_an_error(void *ctx)
{
    return -1;
}

SEC("lsm/file_open")
int lsm_returns_less_than_any_error(void *ctx)
{
    return -4096;
}

SEC("lsm/file_open")
int lsm_returns_one_for_an_error(void *ctx)
{
    struct bpf_dynptr ptr;
    u32 five = 5;
    bpf_dynptr_from_mem((void *)&total, 8, 0, &ptr);
    int err = bpf_dynptr_write(&ptr, 0, &five, 4, 0);
    return err != 0 ? 1 : 0;
}

SEC("lsm/inode_xattr_skipcap")
int lsm_decision_returns_one(void *ctx)
{
    return 1;
}

SEC("xdp")
int xdp_returns_an_unknown_number(struct xdp_md *xdp)
{
    return bpf_get_prandom_u32();
}
