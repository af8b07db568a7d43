namespace Dynptrs.Verifier.IR;

/// <summary>A delegate, which is followed into where the path says which function it is.</summary>
/// <param name="delegate">The delegate.</param>
/// <param name="name">How the source writes it.</param>
public sealed class DelegateTarget(Operand @delegate, string name) : CallTarget
{
    /// <summary>The delegate.</summary>
    public Operand Delegate { get; } = @delegate;

    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override string ToString() => Delegate.ToString();
}
