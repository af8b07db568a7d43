using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct mm_struct</c>.</summary>
[KernelStruct("mm_struct")]
internal sealed class MemoryFields
{
    public ulong StartCode { get; set; }

    [KernelField(Trust = PointerTrust.RcuOrNull)]
    public FileFields? ExeFile { get; init; }
}
