namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>A field in which a declaration says something else than the kernel.</summary>
/// <param name="Helper">The kernel's name of the helper.</param>
/// <param name="Member">The member that stands for it.</param>
/// <param name="Field">The field, that of an argument after its name.</param>
/// <param name="Kernel">What the kernel says.</param>
/// <param name="Declared">What the declaration says.</param>
internal sealed record ContractDifference(string Helper, string Member, string Field, string Kernel, string Declared)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Helper} as {Member}: {Field} is {Kernel} in the kernel, {Declared} in the declaration";
}
