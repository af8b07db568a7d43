namespace Dynptrs.Verifier.IR;

/// <summary>A delegate, which is followed into where the path says which function it is.</summary>
public sealed class DelegateTarget(Operand @delegate) : CallTarget
{
    /// <summary>The delegate.</summary>
    public Operand Delegate { get; } = @delegate;

    /// <inheritdoc/>
    public override string Name => Delegate.ToString();
}
