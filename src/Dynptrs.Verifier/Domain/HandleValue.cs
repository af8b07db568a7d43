namespace Dynptrs.Verifier.Domain;

/// <summary>A reference to an object that is null, that must be given back, or that is only lent.</summary>
/// <param name="id">Its identity, which its null check settles.</param>
/// <param name="reference">The reference that it stands for, or 0.</param>
/// <param name="kind">The kind of the reference, or <see langword="null"/>.</param>
/// <param name="nullness">Whether it may be null.</param>
/// <param name="ending">What ended it, or <see langword="null"/> while it is held.</param>
internal sealed class HandleValue(int id, int reference, string? kind, Nullness nullness, Ending? ending = null) : Value
{
    public int Id { get; } = id;

    public int Reference { get; } = reference;

    public string? Kind { get; } = kind;

    public Nullness Nullness { get; } = nullness;

    public Ending? Ending { get; } = ending;

    /// <summary>Whether it is only kept while nothing that RCU protects may go.</summary>
    public bool IsRcu { get; init; }
}
