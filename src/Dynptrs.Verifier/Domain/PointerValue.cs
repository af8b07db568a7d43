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

    /// <summary>What ended it, or <see langword="null"/> while it is alive.</summary>
    public Ending? Ending { get; init; }

    public static PointerValue Null(int id) => new(id, MemoryOrigin.Unknown) { Nullness = Nullness.Null };

    public static PointerValue To(int id, MemoryOrigin origin) => new(id, origin) { Nullness = Nullness.NotNull };

    public PointerValue With(Nullness nullness) =>
        new(Id, Origin) { Nullness = nullness, Owner = Owner, Tag = Tag, IsReadOnly = IsReadOnly, Ending = Ending };

    public PointerValue EndedBy(Ending ending) =>
        new(Id, Origin) { Nullness = Nullness, Owner = Owner, Tag = Tag, IsReadOnly = IsReadOnly, Ending = ending };
}
