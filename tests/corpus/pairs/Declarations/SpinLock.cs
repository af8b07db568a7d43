using Dynptrs;

namespace Corpus.Pairs;

/// <summary>A lock in a map value: <c>struct bpf_spin_lock</c>.</summary>
[KernelType("struct bpf_spin_lock")]
internal struct SpinLock
{
    private readonly uint _value;
}
