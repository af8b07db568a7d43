namespace Dynptrs.Verifier.IR;

/// <summary>A local goes out of scope: an owner in it that still holds a reference can never be released.</summary>
public sealed class EndOfScopeInstruction(Site site, Local local) : Instruction(site)
{
    /// <summary>The local.</summary>
    public Local Local { get; } = local;

    /// <inheritdoc/>
    public override string ToString() => $"end {Local}";
}
