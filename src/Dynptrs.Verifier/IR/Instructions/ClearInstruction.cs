namespace Dynptrs.Verifier.IR;

/// <summary>Stores the default value of its type into a place. An owner that was there is overwritten.</summary>
public sealed class ClearInstruction(Site site, Place target) : Instruction(site)
{
    /// <summary>The place.</summary>
    public Place Target { get; } = target;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = default";
}
