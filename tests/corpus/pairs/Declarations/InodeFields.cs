using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct inode</c>.</summary>
[KernelStruct("inode")]
internal sealed class InodeFields
{
    public ulong IIno { get; init; }
}
