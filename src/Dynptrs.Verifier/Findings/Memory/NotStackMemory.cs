using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>The context of a callback is given that does not lie on the stack.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What hands it on.</param>
/// <param name="Origin">Where the memory comes from.</param>
public sealed record NotStackMemory(Site Site, string Subject, string Helper, MemoryOrigin Origin) : Finding(Site, Subject);
