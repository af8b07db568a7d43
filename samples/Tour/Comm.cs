using System.Runtime.CompilerServices;

namespace Tour;

/// <summary>The name of a task, padded with zeros.</summary>
[InlineArray(16)]
public struct Comm
{
    private byte _first;
}
