using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

public sealed partial class SkBuff
{
    /// <summary>Finds the socket of TCP that packets of a flow come to.</summary>
    /// <param name="tuple">The ends of the flow: the bytes of an <see cref="Ipv4Tuple"/> or an <see cref="Ipv6Tuple"/>.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none, or the tuple has another length.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_sk_lookup_tcp", Id = 84, TakesPacketMemory = true, Since = "4.20",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of TCP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupTcpSocket([MinimumSize(0)] scoped ReadOnlySpan<byte> tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        Network.FindSocket(IpProtocol.Tcp, tuple, network, flags);

    /// <summary>Finds the socket of TCP that packets of a flow come to.</summary>
    /// <param name="tuple">The ends of the flow.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_sk_lookup_tcp", Id = 84, TakesPacketMemory = true, Arguments = ["this", "tuple", "sizeof tuple", "network", "flags"], Since = "4.20",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of TCP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupTcpSocket(scoped in Ipv4Tuple tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        LookupTcpSocket(MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv4Tuple>(in tuple)), network, flags);

    /// <summary>Finds the socket of TCP that packets of a flow come to.</summary>
    /// <param name="tuple">The ends of the flow.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_sk_lookup_tcp", Id = 84, TakesPacketMemory = true, Arguments = ["this", "tuple", "sizeof tuple", "network", "flags"], Since = "4.20",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of TCP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupTcpSocket(scoped in Ipv6Tuple tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        LookupTcpSocket(MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv6Tuple>(in tuple)), network, flags);

    /// <summary>Finds the socket of UDP that packets of a flow come to.</summary>
    /// <param name="tuple">The ends of the flow: the bytes of an <see cref="Ipv4Tuple"/> or an <see cref="Ipv6Tuple"/>.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none, or the tuple has another length.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_sk_lookup_udp", Id = 85, TakesPacketMemory = true, Since = "4.20",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of UDP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupUdpSocket([MinimumSize(0)] scoped ReadOnlySpan<byte> tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        Network.FindSocket(IpProtocol.Udp, tuple, network, flags);

    /// <summary>Finds the socket of UDP that packets of a flow come to.</summary>
    /// <param name="tuple">The ends of the flow.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_sk_lookup_udp", Id = 85, TakesPacketMemory = true, Arguments = ["this", "tuple", "sizeof tuple", "network", "flags"], Since = "4.20",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of UDP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupUdpSocket(scoped in Ipv4Tuple tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        LookupUdpSocket(MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv4Tuple>(in tuple)), network, flags);

    /// <summary>Finds the socket of UDP that packets of a flow come to.</summary>
    /// <param name="tuple">The ends of the flow.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_sk_lookup_udp", Id = 85, TakesPacketMemory = true, Arguments = ["this", "tuple", "sizeof tuple", "network", "flags"], Since = "4.20",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of UDP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupUdpSocket(scoped in Ipv6Tuple tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        LookupUdpSocket(MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv6Tuple>(in tuple)), network, flags);

    /// <summary>Finds the socket of TCP that packets of a flow come to, also one that is not established yet or not any more.</summary>
    /// <param name="tuple">The ends of the flow: the bytes of an <see cref="Ipv4Tuple"/> or an <see cref="Ipv6Tuple"/>.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none, or the tuple has another length.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_skc_lookup_tcp", Id = 99, TakesPacketMemory = true, Since = "5.2",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of TCP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupTcpConnection([MinimumSize(0)] scoped ReadOnlySpan<byte> tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        Network.FindSocket(IpProtocol.Tcp, tuple, network, flags);

    /// <summary>Finds the socket of TCP that packets of a flow come to, also one that is not established yet or not any more.</summary>
    /// <param name="tuple">The ends of the flow.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_skc_lookup_tcp", Id = 99, TakesPacketMemory = true, Arguments = ["this", "tuple", "sizeof tuple", "network", "flags"], Since = "5.2",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of TCP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupTcpConnection(scoped in Ipv4Tuple tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        LookupTcpConnection(MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv4Tuple>(in tuple)), network, flags);

    /// <summary>Finds the socket of TCP that packets of a flow come to, also one that is not established yet or not any more.</summary>
    /// <param name="tuple">The ends of the flow.</param>
    /// <param name="network">The network: <see cref="BpfConstants.BPF_F_CURRENT_NETNS"/>, or the number of another one, which is not there in process.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The socket, to be given back; null for flags, or where there is none.</returns>
    /// <remarks>In process the sockets are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_skc_lookup_tcp", Id = 99, TakesPacketMemory = true, Arguments = ["this", "tuple", "sizeof tuple", "network", "flags"], Since = "5.2",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "CGROUP_SKB", "SK_SKB", "XDP", "CGROUP_SOCK_ADDR"],
        Summary = "Finds the socket of TCP that packets of a flow come to, or answers null.")]
    [return: Acquires("struct bpf_sock"), MayBeNull]
    public BpfSocket? LookupTcpConnection(scoped in Ipv6Tuple tuple, ulong network, [InRange(0, 0)] ulong flags) =>
        LookupTcpConnection(MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv6Tuple>(in tuple)), network, flags);
}
