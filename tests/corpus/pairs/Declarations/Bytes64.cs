using System.Runtime.CompilerServices;

namespace Corpus.Pairs;

/// <summary>The value of a map, to be indexed.</summary>
[InlineArray(64)]
internal struct Bytes64
{
    private byte _first;
}
