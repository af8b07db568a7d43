using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>The bytes of an owner are read or written.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="By">What reaches them.</param>
public sealed record OwnerReinterpreted(Site Site, string Subject, string By) : Finding(Site, Subject);
