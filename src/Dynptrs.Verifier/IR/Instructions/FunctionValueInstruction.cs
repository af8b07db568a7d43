namespace Dynptrs.Verifier.IR;

/// <summary>Makes a delegate or a function pointer of a known function.</summary>
public sealed class FunctionValueInstruction(Site site, Place target, FunctionReference function) : Instruction(site)
{
    /// <summary>Where the delegate goes.</summary>
    public Place Target { get; } = target;

    /// <summary>The function.</summary>
    public FunctionReference Function { get; } = function;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = function {Function.Name}";
}
