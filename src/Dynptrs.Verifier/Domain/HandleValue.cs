namespace Dynptrs.Verifier.Domain;

/// <summary>A reference to an object that must be given back.</summary>
/// <param name="id">Its identity, which its null check settles.</param>
/// <param name="reference">The reference that it stands for.</param>
/// <param name="nullness">Whether it may be null.</param>
/// <param name="end">What ended it.</param>
internal sealed class HandleValue(int id, int reference, Nullness nullness, LifetimeEnd end = LifetimeEnd.None) : Value
{
    public int Id { get; } = id;

    public int Reference { get; } = reference;

    public Nullness Nullness { get; } = nullness;

    public LifetimeEnd End { get; } = end;
}
