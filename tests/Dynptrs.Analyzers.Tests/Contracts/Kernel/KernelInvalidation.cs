using System.Text.Json;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>What is dead after a call.</summary>
/// <param name="PacketPointers">A bool, or the words for when it is so.</param>
/// <param name="DynptrSlices">The slices that die.</param>
/// <param name="Detail">More words.</param>
internal sealed record KernelInvalidation(JsonElement PacketPointers, string DynptrSlices, string Detail);
