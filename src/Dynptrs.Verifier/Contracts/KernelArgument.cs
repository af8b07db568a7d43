namespace Dynptrs.Verifier.Contracts;

/// <summary>What the kernel is given as one argument of a helper.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parameter">The parameter that it is made of, or -1.</param>
/// <param name="Number">The number, or what is added to a size.</param>
public readonly record struct KernelArgument(KernelArgumentKind Kind, int Parameter, long Number);
