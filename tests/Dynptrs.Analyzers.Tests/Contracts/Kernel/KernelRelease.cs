namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>The reference that a call gives back.</summary>
/// <param name="Argument">The argument that holds it.</param>
internal sealed record KernelRelease(string Argument);
