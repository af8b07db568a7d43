namespace Dynptrs.Analyzers.Contracts;

/// <summary>The struct of the kernel's for which a class stands.</summary>
/// <param name="Name">The kernel's name of it.</param>
/// <param name="IsContext">Whether it is given to programs as their context.</param>
/// <param name="IsProbed">Whether each field is copied from wherever it lies.</param>
internal sealed record KernelStruct(string Name, bool IsContext, bool IsProbed);
