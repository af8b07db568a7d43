using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct dentry</c>.</summary>
[KernelStruct("dentry")]
internal sealed class DentryFields
{
    [KernelField(Trust = PointerTrust.TrustedOrNull)]
    public InodeFields? DInode { get; init; }

    public DentryFields? DParent { get; init; }
}
