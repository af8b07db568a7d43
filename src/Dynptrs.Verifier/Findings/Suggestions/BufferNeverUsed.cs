using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Suggestions;

/// <summary>A buffer is given to a call that never uses it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What is called.</param>
/// <param name="OwnerKind">The kind of owner for which that holds.</param>
public sealed record BufferNeverUsed(Site Site, string Subject, string Helper, string OwnerKind) : Finding(Site, Subject);
