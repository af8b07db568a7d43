namespace Dynptrs.Conformance.Tests.Helpers;

/// <summary>A helper or kfunc of the kernel that has to do with dynptrs, or that programs with dynptrs use.</summary>
/// <param name="Name">The kernel's name.</param>
/// <param name="Since">The first version that has it.</param>
/// <param name="Missing">Why the runtime does not implement it; <see langword="null"/> where it does.</param>
internal sealed record KernelHelper(string Name, string Since, string? Missing);
