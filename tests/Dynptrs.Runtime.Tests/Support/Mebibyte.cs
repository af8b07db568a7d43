using System.Runtime.CompilerServices;

namespace Dynptrs.Tests;

/// <summary>A large value of a map.</summary>
[InlineArray(1 << 20)]
internal struct Mebibyte
{
    private byte _first;
}
