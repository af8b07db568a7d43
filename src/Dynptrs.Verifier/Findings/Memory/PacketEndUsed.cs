using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>The end of a packet is moved, or something is reached through it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="IsMoved">Whether it is moved.</param>
public sealed record PacketEndUsed(Site Site, string Subject, bool IsMoved) : Finding(Site, Subject);
