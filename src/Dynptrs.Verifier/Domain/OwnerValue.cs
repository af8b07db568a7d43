namespace Dynptrs.Verifier.Domain;

/// <summary>A live owner.</summary>
/// <param name="id">Its identity: fresh for each that is made, clones included.</param>
/// <param name="kind">Its kind, or <see langword="null"/> where it may be any.</param>
/// <param name="reference">The reference that it shares with its clones, or 0.</param>
/// <param name="isBorrowed">Whether it was only lent to the function.</param>
internal sealed class OwnerValue(int id, string? kind, int reference, bool isBorrowed) : Value
{
    public int Id { get; } = id;

    public string? Kind { get; } = kind;

    public int Reference { get; } = reference;

    public bool IsBorrowed { get; } = isBorrowed;

    /// <summary>The reference of the object that it was made of, with which it ends; or 0.</summary>
    public int Parent { get; init; }
}
