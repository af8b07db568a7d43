using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct file</c>.</summary>
[KernelStruct("file")]
internal sealed class FileFields
{
    public uint FFlags { get; set; }

    [KernelField(Trust = PointerTrust.Trusted)]
    public InodeFields FInode { get; init; } = null!;
}
