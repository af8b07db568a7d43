using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A call wants memory, if only to reach none of it, and is given none.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What asks for it.</param>
/// <param name="MayBeThere">Whether there may be some: it is not null on all paths.</param>
public sealed record NullMemory(Site Site, string Subject, string Helper, bool MayBeThere) : Finding(Site, Subject);
