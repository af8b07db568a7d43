using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct sock</c>.</summary>
[KernelStruct("sock")]
internal sealed class SocketFields
{
    [KernelField(Name = "__sk_common.skc_family")]
    public ushort Family { get; init; }
}
