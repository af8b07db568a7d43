using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Programs;

/// <summary>The contexts of programs that are given a packet.</summary>
/// <remarks>Follows <c>*_is_valid_access</c>.</remarks>
internal static class PacketContexts
{
    private static readonly ImmutableArray<string> All =
    [
        "SCHED_CLS", "SCHED_ACT", "SOCKET_FILTER", "CGROUP_SKB", "LWT_IN", "LWT_OUT",
        "LWT_XMIT", "LWT_SEG6LOCAL", "SK_SKB", "FLOW_DISSECTOR",
    ];

    private static readonly ImmutableArray<string> AllWithoutDissector =
    [
        "SCHED_CLS", "SCHED_ACT", "SOCKET_FILTER", "CGROUP_SKB", "LWT_IN",
        "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL", "SK_SKB",
    ];

    private static readonly ImmutableArray<string> Filters =
    [
        "SCHED_CLS", "SCHED_ACT", "SOCKET_FILTER", "CGROUP_SKB", "LWT_IN",
        "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL",
    ];

    private static readonly ImmutableArray<string> Markers =
    [
        "SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "LWT_IN",
        "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL",
    ];

    private static readonly ImmutableArray<string> Prioritizers =
    [
        "SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "LWT_IN", "LWT_OUT",
        "LWT_XMIT", "LWT_SEG6LOCAL", "SK_SKB",
    ];

    private static readonly ImmutableArray<string> DirectReaders =
    [
        "SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "LWT_IN", "LWT_OUT",
        "LWT_XMIT", "LWT_SEG6LOCAL", "SK_SKB", "FLOW_DISSECTOR",
    ];

    private static readonly ImmutableArray<string> TrafficControl = ["SCHED_CLS", "SCHED_ACT"];

    private static readonly ImmutableArray<string> Timers = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB"];

    private static readonly ImmutableArray<string> OfSockets = ["CGROUP_SKB", "SK_SKB"];

    /// <summary>The contexts.</summary>
    public static ImmutableArray<ContextStructure> Contexts { get; } =
    [
        new("__sk_buff", All,
        [
            new("len", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("pkt_type", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("mark", 4, Filters, Markers) { ReadSizes = [1, 2] },
            new("queue_mapping", 4, AllWithoutDissector, TrafficControl) { ReadSizes = [1, 2] },
            new("protocol", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("vlan_present", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("vlan_tci", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("vlan_proto", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("priority", 4, AllWithoutDissector, Prioritizers) { ReadSizes = [1, 2] },
            new("ingress_ifindex", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("ifindex", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("tc_index", 4, AllWithoutDissector, ["SCHED_CLS", "SCHED_ACT", "SK_SKB"]) { ReadSizes = [1, 2] },
            new("cb", 4, AllWithoutDissector, Filters) { ReadSizes = [1, 2, 8], WriteSizes = [1, 2, 8] },
            new("hash", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("tc_classid", 4, TrafficControl, TrafficControl) { ReadSizes = [1, 2] },
            new("data", 4, DirectReaders),
            new("data_end", 4, DirectReaders),
            new("napi_id", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("family", 4, OfSockets) { ReadSizes = [1, 2] },
            new("remote_ip4", 4, OfSockets),
            new("local_ip4", 4, OfSockets),
            new("remote_ip6", 4, OfSockets),
            new("local_ip6", 4, OfSockets),
            new("remote_port", 4, OfSockets) { ReadSizes = [1, 2] },
            new("local_port", 4, OfSockets) { ReadSizes = [1, 2] },
            new("data_meta", 4, TrafficControl),
            new("flow_keys", 8, ["FLOW_DISSECTOR"]),
            new("tstamp", 8, Timers, Timers),
            new("wire_len", 4, TrafficControl) { ReadSizes = [1, 2] },
            new("gso_segs", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("sk", 8, AllWithoutDissector),
            new("gso_size", 4, AllWithoutDissector) { ReadSizes = [1, 2] },
            new("tstamp_type", 1, TrafficControl),
            new("hwtstamp", 8, Timers),
        ]),
        new("xdp_md", ["XDP"],
        [
            new("data", 4, ["XDP"]),
            new("data_end", 4, ["XDP"]),
            new("data_meta", 4, ["XDP"]),
            new("ingress_ifindex", 4, ["XDP"]),
            new("rx_queue_index", 4, ["XDP"]),
            new("egress_ifindex", 4, ["xdp/devmap", "xdp.frags/devmap"]),
        ]),
        new("sk_msg_md", ["SK_MSG"],
        [
            new("data", 8, ["SK_MSG"]),
            new("data_end", 8, ["SK_MSG"]),
            new("family", 4, ["SK_MSG"]),
            new("remote_ip4", 4, ["SK_MSG"]),
            new("local_ip4", 4, ["SK_MSG"]),
            new("remote_ip6", 4, ["SK_MSG"]),
            new("local_ip6", 4, ["SK_MSG"]),
            new("remote_port", 4, ["SK_MSG"]),
            new("local_port", 4, ["SK_MSG"]),
            new("size", 4, ["SK_MSG"]),
            new("sk", 8, ["SK_MSG"]),
        ]),
        new("sk_reuseport_md", ["SK_REUSEPORT"],
        [
            new("data", 8, ["SK_REUSEPORT"]),
            new("data_end", 8, ["SK_REUSEPORT"]),
            new("len", 4, ["SK_REUSEPORT"]) { ReadSizes = [1, 2] },
            new("eth_protocol", 4, ["SK_REUSEPORT"]) { ReadSizes = [2] },
            new("ip_protocol", 4, ["SK_REUSEPORT"]) { ReadSizes = [1, 2] },
            new("bind_inany", 4, ["SK_REUSEPORT"]) { ReadSizes = [1, 2] },
            new("hash", 4, ["SK_REUSEPORT"]),
            new("sk", 8, ["SK_REUSEPORT"]),
            new("migrating_sk", 8, ["SK_REUSEPORT"]),
        ]),
    ];
}
