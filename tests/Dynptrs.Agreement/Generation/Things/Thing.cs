namespace Dynptrs.Agreement.Generation.Things;

/// <summary>Something that a generated program may use where it stands.</summary>
/// <param name="text">What it is written as.</param>
/// <param name="owner">What it ends with.</param>
internal abstract class Thing(string text, Thing? owner = null)
{
    private bool _hasEnded;

    public string Text { get; } = text;

    public bool IsAlive => !_hasEnded && owner is not { IsAlive: false };

    public void End() => _hasEnded = true;

    public bool EndsWith(Thing other) => ReferenceEquals(owner, other) || owner?.EndsWith(other) == true;
}
