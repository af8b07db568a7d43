using Dynptrs;

namespace Corpus.Pairs;

internal static class Contexts
{
    private static ulong total;

    [BpfProgram("tc")]
    public static int protocol_and_hash_read(SkBuff skb)
    {
        total = skb.Protocol + skb.Hash;
        return 0;
    }

    [BpfProgram("socket")]
    public static int length_read_in_a_socket_filter(SkBuff skb)
    {
        total = (uint)skb.Length;
        return 0;
    }

    [BpfProgram("flow_dissector")]
    public static int length_read_in_a_flow_dissector(SkBuff skb)
    {
        total = (uint)/*!DYN023*/skb.Length/*!*/;
        return 0;
    }

    [BpfProgram("flow_dissector")]
    public static int linear_length_read_in_a_flow_dissector(SkBuff skb)
    {
        total = (uint)skb.LinearLength;
        return 0;
    }

    [BpfProgram("socket")]
    public static int linear_length_read_in_a_socket_filter(SkBuff skb)
    {
        total = (uint)/*!DYN023*/skb.LinearLength/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int metadata_length_read(SkBuff skb)
    {
        total = (uint)skb.MetadataLength;
        return 0;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int metadata_length_read_in_a_control_group(SkBuff skb)
    {
        total = (uint)/*!DYN023*/skb.MetadataLength/*!*/;
        return 0;
    }

    [BpfProgram("tp_btf/kfree_skb")]
    public static int hash_read_of_a_traced_packet(SkBuff skb)
    {
        total = skb.Hash;
        return 0;
    }

    [BpfProgram("tp_btf/kfree_skb")]
    public static int hash_written_of_a_traced_packet(SkBuff skb)
    {
        /*!DYN023*/skb.Hash = 5/*!*/;
        return 0;
    }

    [BpfProgram("cgroup/connect4")]
    public static int address_written(SocketAddress ctx)
    {
        ctx.Ip4 = 5;
        ctx.Port = 6;
        return 1;
    }

    [BpfProgram("cgroup/connect6")]
    public static int address_of_the_other_version_written(SocketAddress ctx)
    {
        /*!DYN023*/ctx.Ip4 = 5/*!*/;
        return 1;
    }

    [BpfProgram("cgroup/connect4")]
    public static int family_written(SocketAddress ctx)
    {
        /*!DYN023*/ctx.Family = 5/*!*/;
        return 1;
    }

    [BpfProgram("cgroup/connect4")]
    public static int half_of_a_port_read(SocketAddress ctx)
    {
        total = ctx.ShortPort;
        return 1;
    }

    [BpfProgram("cgroup/connect4")]
    public static int half_of_a_port_written(SocketAddress ctx)
    {
        /*!DYN023*/ctx.ShortPort = 5/*!*/;
        return 1;
    }

    [BpfProgram("cgroup/connect4")]
    public static int half_of_a_family_read(SocketAddress ctx)
    {
        total = /*!DYN023*/ctx.ShortFamily/*!*/;
        return 1;
    }
}
