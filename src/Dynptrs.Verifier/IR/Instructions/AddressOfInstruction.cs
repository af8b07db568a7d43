namespace Dynptrs.Verifier.IR;

/// <summary>Makes a pointer to a place: a ref local, a ref field, a ref that is returned.</summary>
public sealed class AddressOfInstruction(Site site, Place target, Place source) : Instruction(site)
{
    /// <summary>Where the pointer goes.</summary>
    public Place Target { get; } = target;

    /// <summary>The place that it points to.</summary>
    public Place Source { get; } = source;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = &{Source}";
}
