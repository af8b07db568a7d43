using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A slice whose size is tied to its owner's kind is passed on from another place than its start.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record MovedView(Site Site, string Subject) : Finding(Site, Subject);
