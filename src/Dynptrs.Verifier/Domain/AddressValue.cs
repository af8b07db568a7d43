namespace Dynptrs.Verifier.Domain;

/// <summary>A pointer to a place whose content is followed: a local or one of its fields, in any frame.</summary>
/// <param name="cell">The first cell of the place.</param>
internal sealed class AddressValue(int cell) : Value
{
    public int Cell { get; } = cell;
}
