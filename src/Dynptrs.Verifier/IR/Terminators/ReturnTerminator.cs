namespace Dynptrs.Verifier.IR;

/// <summary>Leaves the function.</summary>
public sealed class ReturnTerminator(Site site, Operand? value) : Terminator(site)
{
    /// <summary>The result; for a method that returns by reference, a pointer.</summary>
    public Operand? Value { get; } = value;

    /// <summary>Where the result is computed.</summary>
    public Site ValueSite { get; init; } = site;

    /// <inheritdoc/>
    public override string ToString() => $"return {Value}";
}
