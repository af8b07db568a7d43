#include "pairs.h"

char _license[] SEC("license") = "GPL";

SEC("fexit/bpf_fentry_test1")
int fexit_returns_a_number_that_varies(void *ctx)
{
    return bpf_get_prandom_u32();
}

SEC("tc")
int traffic_control_returns_a_number_that_varies(struct __sk_buff *skb)
{
    return bpf_get_prandom_u32();
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_two_bits(struct __sk_buff *skb)
{
    return bpf_get_prandom_u32() & 3;
}

SEC("cgroup_skb/ingress")
int cgroup_skb_returns_two_bits_at_ingress(struct __sk_buff *skb)
{
    return bpf_get_prandom_u32() & 3;
}

SEC("cgroup_skb/ingress")
int cgroup_skb_returns_what_is_left_of_a_test(struct __sk_buff *skb)
{
    u32 any = bpf_get_prandom_u32();
    if (any > 1)
        return 1;
    return any;
}

SEC("lsm/file_open")
int lsm_returns_an_errno(void *ctx)
{
    return -1;
}

static __noinline int lsm_returns_what_a_function_answers__answer(u32 any)
{
    return any > 3 ? -4096 : 0;
}

SEC("lsm/file_open")
int lsm_returns_what_a_function_answers(void *ctx)
{
    return lsm_returns_what_a_function_answers__answer(bpf_get_prandom_u32());
}

SEC("lsm/task_free")
int lsm_returns_anything_of_a_hook_without_answer(void *ctx)
{
    return bpf_get_prandom_u32();
}

SEC("lsm/inode_xattr_skipcap")
int lsm_returns_a_negative_number_of_a_predicate(void *ctx)
{
    return -1;
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_what_a_call_gave(struct __sk_buff *skb)
{
    u32 any = bpf_get_prandom_u32();
    return any < 4 ? any : 0;
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_what_a_call_gave_and_more(struct __sk_buff *skb)
{
    u32 any = bpf_get_prandom_u32() + 1;
    return any < 4 ? any : 0;
}

static __noinline u32 cgroup_skb_returns_what_a_method_gave__any(void)
{
    return bpf_get_prandom_u32();
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_what_a_method_gave(struct __sk_buff *skb)
{
    u32 any = cgroup_skb_returns_what_a_method_gave__any();
    return any < 4 ? any : 0;
}

static __noinline int cgroup_skb_returns_what_a_method_was_given__small(u32 any)
{
    return any < 4 ? any : 0;
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_what_a_method_was_given(struct __sk_buff *skb)
{
    return cgroup_skb_returns_what_a_method_was_given__small(bpf_get_prandom_u32());
}

static __always_inline int cgroup_skb_returns_what_an_inlined_method_was_given__small(u32 any)
{
    return any < 4 ? any : 0;
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_what_an_inlined_method_was_given(struct __sk_buff *skb)
{
    return cgroup_skb_returns_what_an_inlined_method_was_given__small(bpf_get_prandom_u32());
}

SEC("cgroup_skb/egress")
int cgroup_skb_returns_a_tested_time(struct __sk_buff *skb)
{
    u64 any = bpf_ktime_get_ns();
    return any < 4 ? (int)any : 0;
}
