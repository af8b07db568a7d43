using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A program reads or writes a field of its context that programs of its section may not, or not at that width.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">What is read or written.</param>
/// <param name="Program">The program.</param>
public sealed record ContextFieldNotAllowed(Site Site, string Subject, ContextAccess Access, ProgramFacts Program) : Finding(Site, Subject);
