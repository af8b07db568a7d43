using System.Runtime.CompilerServices;

namespace Dynptrs.Benchmarks.Runtime;

/// <summary>A record as a value.</summary>
[InlineArray(Size)]
internal struct Record
{
    /// <summary>The size in bytes.</summary>
    public const int Size = 64;

    private byte _first;
}
