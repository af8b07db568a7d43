using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>A pointer to memory: a view, or a span or ref taken from one, or one to memory of the function's own.</summary>
/// <remarks>Pointers that were made from one another share their identity: they are null together and die together.</remarks>
internal sealed class PointerValue(int id, MemoryOrigin origin) : Value
{
    /// <summary>Its identity, which its null check settles.</summary>
    public int Id { get; } = id;

    public MemoryOrigin Origin { get; } = origin;

    public Nullness Nullness { get; init; }

    /// <summary>The identity of the owner whose memory it is, or 0.</summary>
    public int Owner { get; init; }

    /// <summary>The kind of the owner where the view carries it.</summary>
    public string? Tag { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>What ended it.</summary>
    public LifetimeEnd End { get; init; }

    public PointerValue With(Nullness nullness) =>
        nullness == Nullness
            ? this
            : new PointerValue(Id, Origin) { Nullness = nullness, Owner = Owner, Tag = Tag, IsReadOnly = IsReadOnly, End = End };

    public PointerValue EndedBy(LifetimeEnd end) =>
        new(Id, Origin) { Nullness = Nullness, Owner = Owner, Tag = Tag, IsReadOnly = IsReadOnly, End = end };
}
