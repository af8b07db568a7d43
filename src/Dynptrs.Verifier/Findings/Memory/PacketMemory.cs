using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Memory of a packet is used where only other memory is taken.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What takes it, or empty for an atomic operation.</param>
public sealed record PacketMemory(Site Site, string Subject, string Helper) : Finding(Site, Subject);
