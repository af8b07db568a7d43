namespace Dynptrs.Verifier.IR;

/// <summary>A point that control never reaches.</summary>
public sealed class UnreachableTerminator(Site site) : Terminator(site)
{
    /// <inheritdoc/>
    public override string ToString() => "unreachable";
}
