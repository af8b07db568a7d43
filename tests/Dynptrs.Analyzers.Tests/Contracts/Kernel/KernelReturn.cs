namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>What a helper returns.</summary>
internal sealed record KernelReturn(string CType, KernelResult Contract);
