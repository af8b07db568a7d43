using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Memory is given that is no constant string.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What asks for a constant string.</param>
/// <param name="Origin">Where the memory comes from.</param>
public sealed record NotConstantString(Site Site, string Subject, string Helper, MemoryOrigin Origin) : Finding(Site, Subject);
