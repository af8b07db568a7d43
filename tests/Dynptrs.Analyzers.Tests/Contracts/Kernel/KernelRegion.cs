namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>A region that a call enters or leaves.</summary>
/// <param name="Enters">Whether it is entered, not left.</param>
/// <param name="Nests">Whether it is counted.</param>
/// <param name="LeftInOrder">Whether the last is left first.</param>
/// <param name="Calls">What may be called inside.</param>
internal sealed record KernelRegion(bool Enters, bool Nests, bool LeftInOrder, string Calls);
