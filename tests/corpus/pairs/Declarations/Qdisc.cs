using Dynptrs;

namespace Corpus.Pairs;

/// <summary>The queue that a program works for: <c>struct Qdisc</c>.</summary>
[KernelType("struct Qdisc")]
internal sealed class Qdisc;
