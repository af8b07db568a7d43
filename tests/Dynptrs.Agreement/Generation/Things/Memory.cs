namespace Dynptrs.Agreement.Generation.Things;

/// <summary>Memory that is indexed.</summary>
internal sealed class Memory(string text, int length, Thing? owner = null) : Thing(text, owner)
{
    /// <summary>How many elements there are.</summary>
    public int Length => length;

    public NumberType Element { get; init; } = NumberType.Byte;

    public bool IsWritable { get; init; } = true;

    /// <summary>Whether the compiler knows how many elements there are.</summary>
    public bool IsInlineArray { get; init; }

    /// <summary>Whether it is what a pointer into a packet is proved to reach.</summary>
    public bool IsPointer { get; init; }

    /// <summary>Whether it ends where the packet may change.</summary>
    public bool IsInPacket { get; init; }

    /// <summary>The memory as a span.</summary>
    public string Span { get; init; } = text;
}
