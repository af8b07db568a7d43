using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>Which edge of a packet a member gives a pointer to.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Kind">The kind of packet: what changes such a packet ends the pointer.</param>
/// <param name="WriteProgramTypes">The program types that may write through it, without prefix; empty for every type.</param>
public sealed record PacketContract(PacketEdge Edge, string Kind, ImmutableArray<string> WriteProgramTypes);
