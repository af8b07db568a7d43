using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.OwnContracts;

/// <summary>A method leaves with what its contract says that it releases.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Reference">The reference.</param>
/// <param name="Method">The method.</param>
public sealed record ReleaseNotKept(Site Site, string Subject, HeldReference Reference, string Method)
    : ReferenceFinding(Site, Subject, Reference);
