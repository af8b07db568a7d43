using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Programs;

/// <summary>The contexts of programs of sockets, control groups and events.</summary>
/// <remarks>Follows <c>*_is_valid_access</c>.</remarks>
internal static class SocketContexts
{
    private static readonly ImmutableArray<string> OverIp4 =
    [
        "cgroup/bind4", "cgroup/connect4", "cgroup/getpeername4", "cgroup/getsockname4",
        "cgroup/sendmsg4", "cgroup/recvmsg4",
    ];

    private static readonly ImmutableArray<string> OverIp6 =
    [
        "cgroup/bind6", "cgroup/connect6", "cgroup/getpeername6", "cgroup/getsockname6",
        "cgroup/sendmsg6", "cgroup/recvmsg6",
    ];

    private static readonly ImmutableArray<string> OfNewSockets = ["cgroup/sock_create", "cgroup/sock_release", "cgroup/sock"];

    private static readonly ImmutableArray<string> OfBoundSockets = ["cgroup/post_bind4", "cgroup/post_bind6"];

    /// <summary>The contexts.</summary>
    public static ImmutableArray<ContextStructure> Contexts { get; } =
    [
        new("bpf_sock", ["CGROUP_SOCK"],
        [
            new("bound_dev_if", 4, OfNewSockets, OfNewSockets),
            new("family", 4, ["CGROUP_SOCK"]) { ReadSizes = [1, 2] },
            new("type", 4, ["CGROUP_SOCK"]) { ReadSizes = [1, 2] },
            new("protocol", 4, ["CGROUP_SOCK"]) { ReadSizes = [1, 2] },
            new("mark", 4, OfNewSockets, OfNewSockets),
            new("priority", 4, OfNewSockets, OfNewSockets),
            new("src_ip4", 4, ["cgroup/post_bind4"]) { ReadSizes = [1, 2] },
            new("src_ip6", 4, ["cgroup/post_bind6"]) { ReadSizes = [1, 2] },
            new("src_port", 4, OfBoundSockets) { ReadSizes = [1, 2] },
            new("dst_port", 2, ["CGROUP_SOCK"]) { ReadSizes = [1] },
            new("dst_ip4", 4, ["CGROUP_SOCK"]) { ReadSizes = [1, 2] },
            new("dst_ip6", 4, ["CGROUP_SOCK"]) { ReadSizes = [1, 2] },
            new("state", 4, ["CGROUP_SOCK"]) { ReadSizes = [1, 2] },
            new("rx_queue_mapping", 4, ["CGROUP_SOCK"]) { ReadSizes = [1, 2] },
        ]),
        new("bpf_sock_addr", ["CGROUP_SOCK_ADDR"],
        [
            new("user_family", 4, ["CGROUP_SOCK_ADDR"]),
            new("user_ip4", 4, OverIp4, OverIp4) { ReadSizes = [1, 2] },
            new("user_ip6", 4, OverIp6, OverIp6) { ReadSizes = [1, 2, 8], WriteSizes = [8] },
            new("user_port", 4, ["CGROUP_SOCK_ADDR"], ["CGROUP_SOCK_ADDR"]) { ReadSizes = [1, 2] },
            new("family", 4, ["CGROUP_SOCK_ADDR"]),
            new("type", 4, ["CGROUP_SOCK_ADDR"]),
            new("protocol", 4, ["CGROUP_SOCK_ADDR"]),
            new("msg_src_ip4", 4, ["cgroup/sendmsg4"], ["cgroup/sendmsg4"]) { ReadSizes = [1, 2] },
            new("msg_src_ip6", 4, ["cgroup/sendmsg6"], ["cgroup/sendmsg6"]) { ReadSizes = [1, 2, 8], WriteSizes = [8] },
            new("sk", 8, ["CGROUP_SOCK_ADDR"]),
        ]),
        new("bpf_sock_ops", ["SOCK_OPS"],
        [
            new("op", 4, ["SOCK_OPS"]),
            new("reply", 4, ["SOCK_OPS"], ["SOCK_OPS"]),
            new("args", 4, ["SOCK_OPS"]),
            new("replylong", 4, ["SOCK_OPS"]),
            new("family", 4, ["SOCK_OPS"]),
            new("remote_ip4", 4, ["SOCK_OPS"]),
            new("local_ip4", 4, ["SOCK_OPS"]),
            new("remote_ip6", 4, ["SOCK_OPS"]),
            new("local_ip6", 4, ["SOCK_OPS"]),
            new("remote_port", 4, ["SOCK_OPS"]),
            new("local_port", 4, ["SOCK_OPS"]),
            new("is_fullsock", 4, ["SOCK_OPS"]),
            new("snd_cwnd", 4, ["SOCK_OPS"]),
            new("srtt_us", 4, ["SOCK_OPS"]),
            new("bpf_sock_ops_cb_flags", 4, ["SOCK_OPS"]),
            new("state", 4, ["SOCK_OPS"]),
            new("rtt_min", 4, ["SOCK_OPS"]),
            new("snd_ssthresh", 4, ["SOCK_OPS"]),
            new("rcv_nxt", 4, ["SOCK_OPS"]),
            new("snd_nxt", 4, ["SOCK_OPS"]),
            new("snd_una", 4, ["SOCK_OPS"]),
            new("mss_cache", 4, ["SOCK_OPS"]),
            new("ecn_flags", 4, ["SOCK_OPS"]),
            new("rate_delivered", 4, ["SOCK_OPS"]),
            new("rate_interval_us", 4, ["SOCK_OPS"]),
            new("packets_out", 4, ["SOCK_OPS"]),
            new("retrans_out", 4, ["SOCK_OPS"]),
            new("total_retrans", 4, ["SOCK_OPS"]),
            new("segs_in", 4, ["SOCK_OPS"]),
            new("data_segs_in", 4, ["SOCK_OPS"]),
            new("segs_out", 4, ["SOCK_OPS"]),
            new("data_segs_out", 4, ["SOCK_OPS"]),
            new("lost_out", 4, ["SOCK_OPS"]),
            new("sacked_out", 4, ["SOCK_OPS"]),
            new("sk_txhash", 4, ["SOCK_OPS"], ["SOCK_OPS"]),
            new("bytes_received", 8, ["SOCK_OPS"]),
            new("bytes_acked", 8, ["SOCK_OPS"]),
            new("sk", 8, ["SOCK_OPS"]),
            new("skb_data", 8, ["SOCK_OPS"]),
            new("skb_data_end", 8, ["SOCK_OPS"]),
            new("skb_len", 4, ["SOCK_OPS"]),
            new("skb_tcp_flags", 4, ["SOCK_OPS"]) { ReadSizes = [1, 2] },
            new("skb_hwtstamp", 8, ["SOCK_OPS"]),
        ]),
        new("bpf_sk_lookup", ["SK_LOOKUP"],
        [
            new("sk", 8, ["SK_LOOKUP"]),
            new("cookie", 8, ["SK_LOOKUP"]),
            new("family", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
            new("protocol", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
            new("remote_ip4", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
            new("remote_ip6", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
            new("remote_port", 2, ["SK_LOOKUP"]) { ReadSizes = [1] },
            new("local_ip4", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
            new("local_ip6", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
            new("local_port", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
            new("ingress_ifindex", 4, ["SK_LOOKUP"]) { ReadSizes = [1, 2] },
        ]),
        new("bpf_sockopt", ["CGROUP_SOCKOPT"],
        [
            new("sk", 8, ["CGROUP_SOCKOPT"]),
            new("optval", 8, ["CGROUP_SOCKOPT"]),
            new("optval_end", 8, ["CGROUP_SOCKOPT"]),
            new("level", 4, ["CGROUP_SOCKOPT"], ["cgroup/setsockopt"]),
            new("optname", 4, ["CGROUP_SOCKOPT"], ["cgroup/setsockopt"]),
            new("optlen", 4, ["CGROUP_SOCKOPT"], ["CGROUP_SOCKOPT"]),
            new("retval", 4, ["cgroup/getsockopt"], ["cgroup/getsockopt"]),
        ]),
        new("bpf_sysctl", ["CGROUP_SYSCTL"],
        [
            new("write", 4, ["CGROUP_SYSCTL"]) { ReadSizes = [1, 2] },
            new("file_pos", 4, ["CGROUP_SYSCTL"], ["CGROUP_SYSCTL"]) { ReadSizes = [1, 2] },
        ]),
        new("bpf_cgroup_dev_ctx", ["CGROUP_DEVICE"],
        [
            new("access_type", 4, ["CGROUP_DEVICE"]) { ReadSizes = [1, 2] },
            new("major", 4, ["CGROUP_DEVICE"]),
            new("minor", 4, ["CGROUP_DEVICE"]),
        ]),
        new("bpf_nf_ctx", ["NETFILTER"],
        [
            new("state", 8, ["NETFILTER"]),
            new("skb", 8, ["NETFILTER"]),
        ]),
        new("bpf_perf_event_data", ["PERF_EVENT"],
        [
            new("regs", 8, ["PERF_EVENT"]),
            new("sample_period", 8, ["PERF_EVENT"]) { ReadSizes = [1, 2, 4] },
            new("addr", 8, ["PERF_EVENT"]) { ReadSizes = [1, 2, 4] },
        ]),
    ];
}
