using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct sk_buff</c>.</summary>
[KernelStruct("sk_buff")]
internal sealed class PacketFields
{
    [KernelField(Trust = PointerTrust.RcuOrNull)]
    public SocketFields? Sk { get; init; }
}
