using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>Other memory is taken for an owner.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What asks for an owner.</param>
public sealed record OwnerInOtherMemory(Site Site, string Subject, string Helper) : Finding(Site, Subject);
