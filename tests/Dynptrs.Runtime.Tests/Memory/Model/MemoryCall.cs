namespace Dynptrs.Tests.Memory.Model;

/// <summary>A call of a helper that only one kind of memory has.</summary>
internal sealed record MemoryCall(string Name, long Argument, int Length = 0, ulong Flags = 0, int Seed = 0);
