using Dynptrs;

namespace Corpus.Pairs;

/// <summary>The packets that are freed once the queue is unlocked: <c>struct bpf_sk_buff_ptr</c>.</summary>
[KernelType("struct bpf_sk_buff_ptr")]
internal sealed class DroppedPackets;
