using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A program returns a number that its section does not allow.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Program">The program.</param>
/// <param name="Range">What it may return, and what it returns.</param>
public sealed record ProgramResult(Site Site, string Subject, ProgramFacts Program, RangeMismatch Range) : Finding(Site, Subject);
