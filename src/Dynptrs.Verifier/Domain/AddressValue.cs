namespace Dynptrs.Verifier.Domain;

/// <summary>A pointer to a place whose content is followed: a local or one of its fields, in any frame.</summary>
/// <param name="cell">The first cell of the place.</param>
/// <param name="size">The size of the place in bytes, or -1.</param>
internal sealed class AddressValue(int cell, long size) : Value
{
    public int Cell { get; } = cell;

    public long Size { get; } = size;
}
