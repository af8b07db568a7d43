namespace Dynptrs.Verifier.IR;

/// <summary>Converts a number to another width or signedness: it is cut to the new width, then extended as the new type says.</summary>
public sealed class ConvertInstruction(Site site, Place target, Operand source, ScalarType from, ScalarType to) : Instruction(site)
{
    /// <summary>Where the result goes.</summary>
    public Place Target { get; } = target;

    /// <summary>The number.</summary>
    public Operand Source { get; } = source;

    /// <summary>The type before.</summary>
    public ScalarType From { get; } = from;

    /// <summary>The type after.</summary>
    public ScalarType To { get; } = to;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {From}->{To} {Source}";
}
