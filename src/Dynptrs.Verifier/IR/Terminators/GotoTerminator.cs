namespace Dynptrs.Verifier.IR;

/// <summary>Goes to another block.</summary>
public sealed class GotoTerminator(Site site, int target) : Terminator(site)
{
    /// <summary>The index of the block.</summary>
    public int Target { get; } = target;

    /// <inheritdoc/>
    public override string ToString() => $"goto b{Target}";
}
