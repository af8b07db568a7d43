namespace Dynptrs.Verifier.IR;

/// <summary>A function of the same compilation without a contract, which is followed into.</summary>
public sealed class FunctionTarget(FunctionReference function) : CallTarget
{
    /// <summary>The function.</summary>
    public FunctionReference Function { get; } = function;

    /// <inheritdoc/>
    public override string Name => Function.Name;
}
