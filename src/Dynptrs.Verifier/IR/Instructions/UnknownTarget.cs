namespace Dynptrs.Verifier.IR;

/// <summary>A method that can be neither followed nor trusted: without a contract and without a body here, or virtual.</summary>
public sealed class UnknownTarget(string name) : CallTarget
{
    /// <inheritdoc/>
    public override string Name { get; } = name;
}
