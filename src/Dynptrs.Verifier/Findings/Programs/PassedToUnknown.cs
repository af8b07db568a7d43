using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>An owner is given to something that can be neither followed nor trusted.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Callee">What it is given to.</param>
public sealed record PassedToUnknown(Site Site, string Subject, string Callee) : Finding(Site, Subject);
