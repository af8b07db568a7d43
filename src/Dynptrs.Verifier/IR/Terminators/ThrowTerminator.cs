namespace Dynptrs.Verifier.IR;

/// <summary>Leaves with an exception that no handler of this function catches.</summary>
public sealed class ThrowTerminator(Site site) : Terminator(site)
{
    /// <summary>
    /// Whether what threw is an instruction of some block that leads here, and the exception stands nowhere in the source.
    /// </summary>
    public bool IsImplicit { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "throw";
}
