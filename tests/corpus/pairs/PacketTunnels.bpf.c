#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct seen {
    int result;
    u32 id;
    u32 addresses;
    u32 flags;
} seen;

SEC("tc")
int packet_without_a_tunnel(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key;
    int result = bpf_skb_get_tunnel_key(skb, &key, sizeof(key), 0);
    struct seen value = { result, key.tunnel_id, key.remote_ipv4, key.tunnel_flags };
    seen = value;
    return 0;
}

SEC("tc")
int tunnel_over_ipv4(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 0);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 16);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_over_ipv4_with_flags(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 14);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 16);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_over_ipv4_without_a_key(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 16);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 0);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_over_ipv6(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    key.tunnel_label = 3;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 1);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 17);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_over_ipv6_asked_as_ipv4(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 1);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 0);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_with_a_label_over_ipv4(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    key.tunnel_label = 3;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 0);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 16);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_with_flags_in_its_key(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    key.tunnel_ext = 1;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 0);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 16);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_with_unknown_flags(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key = { .tunnel_id = 7, .tunnel_tos = 8, .tunnel_ttl = 9 }, now;
    key.local_ipv6[0] = 0x0a000001;
    key.local_ipv6[3] = 5;
    int set = bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 32);
    int got = bpf_skb_get_tunnel_key(skb, &now, sizeof(now), 16);
    struct seen value = { set * 1000 + got, now.tunnel_id + now.tunnel_label, now.remote_ipv6[0] + now.remote_ipv6[3] + now.local_ipv6[0], now.tunnel_flags };
    seen = value;
    return now.tunnel_tos + now.tunnel_ttl;
}

SEC("tc")
int tunnel_of_what_is_in_the_packet(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 44 > end)
        return 0;
    return bpf_skb_set_tunnel_key(skb, (void *)data, 44, 0);
}

SEC("tc")
int pointer_behind_a_tunnel(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 44 > end)
        return 0;
    struct bpf_tunnel_key key = { .tunnel_id = data[3] };
    bpf_skb_set_tunnel_key(skb, &key, sizeof(key), 0);
    return data[4];
}

SEC("cgroup_skb/ingress")
int tunnel_in_a_control_group(struct __sk_buff *skb)
{
    struct bpf_tunnel_key key;
    bpf_skb_get_tunnel_key(skb, &key, sizeof(key), 0);
    return 1;
}
