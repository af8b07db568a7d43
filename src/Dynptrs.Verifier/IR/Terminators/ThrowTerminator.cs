namespace Dynptrs.Verifier.IR;

/// <summary>Leaves with an exception that no handler of this function catches.</summary>
public sealed class ThrowTerminator(Site site) : Terminator(site)
{
    /// <inheritdoc/>
    public override string ToString() => "throw";
}
