namespace Corpus.Pairs;

/// <summary>The queue that a program works for: <c>struct Qdisc</c>.</summary>
internal sealed class Qdisc;
