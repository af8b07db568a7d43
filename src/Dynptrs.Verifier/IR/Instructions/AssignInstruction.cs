namespace Dynptrs.Verifier.IR;

/// <summary>Copies or moves a value into a place: a load, a store, or both.</summary>
public sealed class AssignInstruction(Site site, Place target, Operand source) : Instruction(site)
{
    /// <summary>Where the value goes.</summary>
    public Place Target { get; } = target;

    /// <summary>The value.</summary>
    public Operand Source { get; } = source;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {Source}";
}
