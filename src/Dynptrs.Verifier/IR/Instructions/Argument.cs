namespace Dynptrs.Verifier.IR;

/// <summary>An argument of a call.</summary>
/// <param name="Value">What is passed; for a by-ref argument, the operand is the place whose address is passed.</param>
/// <param name="Passing">How it is passed.</param>
/// <param name="Site">The argument in the source.</param>
public readonly record struct Argument(Operand Value, ArgumentPassing Passing, Site Site)
{
    /// <inheritdoc/>
    public override string ToString() => Passing == ArgumentPassing.Value ? Value.ToString() : $"{Passing} {Value}";
}
