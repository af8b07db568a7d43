using System;
using Dynptrs;
using static Golden.Headers.Bpf;

namespace Golden.Headers;

[BpfHelpers]
internal static partial class Bpf;

[BpfStruct]
internal partial struct PortPair
{
    [NetworkOrder]
    private ushort _source;

    [NetworkOrder]
    private ushort _destination;
}

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    /// <summary>Drops what goes to a port.</summary>
    [BpfProgram("tc")]
    public static int DropPort(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[20];
        if (skb.Length < 34 || bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
            return TcAction.TC_ACT_OK;
        var ip = ptr.GetSlice<IpHdr>(14, buffer);
        if (!ip || ip.Value.Version != 4 || ip.Value.Protocol != IpProtocol.Tcp)
            return TcAction.TC_ACT_OK;
        var ports = ptr.GetSlice<PortPair>(14u + 4u * ip.Value.HeaderLength, buffer);
        return ports && ports.Value.Destination == 8080 ? TcAction.TC_ACT_SHOT : TcAction.TC_ACT_OK;
    }
}
