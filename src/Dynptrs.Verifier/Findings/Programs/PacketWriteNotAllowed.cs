using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>Packet data is to be written by a program of a type that may not.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call.</param>
public sealed record PacketWriteNotAllowed(Site Site, string Subject, HelperUse Use) : HelperFinding(Site, Subject, Use);
