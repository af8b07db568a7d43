using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Memory is reached through something of which nobody knows where it points.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record UnknownOrigin(Site Site, string Subject) : Finding(Site, Subject);
