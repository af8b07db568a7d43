using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>An owner comes from something that can be neither followed nor trusted.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Callee">What it comes from.</param>
public sealed record MadeByUnknown(Site Site, string Subject, string Callee) : Finding(Site, Subject);
