using Dynptrs;

namespace Pooling;

/// <summary>The right to use one block of the pool, until it is given back.</summary>
[Owner]
public ref struct Lease
{
    internal byte[]? Block;
    internal int Size;
}
