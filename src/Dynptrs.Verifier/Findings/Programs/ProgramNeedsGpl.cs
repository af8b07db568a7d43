using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A program is of a type that the kernel loads only with a licence that is compatible with the GPL, and has another.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Program">The program.</param>
public sealed record ProgramNeedsGpl(Site Site, string Subject, ProgramFacts Program) : Finding(Site, Subject);
