using Dynptrs;

namespace Corpus.Pairs;

/// <summary>The context of a program that is given each task.</summary>
[KernelStruct("bpf_iter__task", IsContext = true)]
internal sealed class EachTask
{
    [KernelField(Trust = PointerTrust.TrustedOrNull)]
    public TaskFields? Task { get; init; }
}
