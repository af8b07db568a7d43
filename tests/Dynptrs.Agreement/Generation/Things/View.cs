namespace Dynptrs.Agreement.Generation.Things;

/// <summary>A dynptr.</summary>
internal sealed class View(string text, ViewKind kind, int size, Thing? owner = null) : Thing(text, owner)
{
    public ViewKind Kind => kind;

    /// <summary>How many bytes it has, as it is made.</summary>
    public int Size => size;

    /// <summary>Whether it is a method's parameter, of which it says nothing that it may change.</summary>
    public bool IsGiven { get; init; }
}
