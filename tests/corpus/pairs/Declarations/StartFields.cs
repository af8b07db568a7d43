using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct linux_binprm</c>.</summary>
[KernelStruct("linux_binprm")]
internal sealed class StartFields
{
    [KernelField(Trust = PointerTrust.Trusted)]
    public KernelFile File { get; init; } = null!;

    public KernelFile? Executable { get; init; }
}
