namespace Dynptrs.Agreement.Generation.Things;

/// <summary>A number that lies somewhere in memory.</summary>
internal sealed class Cell(string text, NumberType type, Thing? owner = null) : Thing(text, owner)
{
    public NumberType Type => type;

    public bool IsWritable { get; init; } = true;

    /// <summary>Whether it ends where the packet may change.</summary>
    public bool IsInPacket { get; init; }
}
