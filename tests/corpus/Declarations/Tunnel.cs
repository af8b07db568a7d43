using Dynptrs;

namespace Corpus;

/// <summary>What a packet is wrapped in: <c>struct iptnl_info</c> of the kernel's tunnel test.</summary>
[BpfStruct]
internal partial struct Tunnel
{
    public Ipv6Address saddr;
    public Ipv6Address daddr;
    public ushort family;
    public MacAddress dmac;
}
