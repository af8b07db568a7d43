using Dynptrs;

namespace Corpus;

/// <summary>Where a packet goes: <c>struct vip</c> of the kernel's tunnel test.</summary>
[BpfStruct]
internal partial struct Vip
{
    public Ipv6Address daddr;

    [NetworkOrder("dport")]
    private ushort _dport;

    public ushort family;
    public IpProtocol protocol;

    [Padding] private byte _padding21;
    [Padding] private ushort _padding22;
}
