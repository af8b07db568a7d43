using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A program does what BPF has no counterpart for.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Description">What is done.</param>
/// <param name="Reason">Why it has no counterpart.</param>
public sealed record NoCounterpart(Site Site, string Subject, string Description, OpaqueReason Reason) : Finding(Site, Subject);
