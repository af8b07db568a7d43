using Dynptrs;

namespace Corpus.Pairs;

/// <summary>The context of a program that is asked when a socket is given an address.</summary>
[KernelType("struct bpf_sock_addr")]
internal sealed class SocketAddress
{
    [KernelField("bpf_sock_addr", "user_ip4")]
    public uint Ip4 { get; set; }

    [KernelField("bpf_sock_addr", "user_port")]
    public uint Port { get; set; }

    [KernelField("bpf_sock_addr", "user_port")]
    public ushort ShortPort { get; set; }

    [KernelField("bpf_sock_addr", "user_family")]
    public uint Family { get; set; }

    [KernelField("bpf_sock_addr", "user_family")]
    public ushort ShortFamily { get; set; }
}
