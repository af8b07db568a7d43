using System.Runtime.CompilerServices;

namespace Corpus;

/// <summary>The name of a task.</summary>
[InlineArray(16)]
internal struct Comm
{
    private byte _first;
}
