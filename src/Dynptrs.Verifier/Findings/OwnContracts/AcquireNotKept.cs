using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.OwnContracts;

/// <summary>A method hands out an owner without the reference that its contract promises.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Method">The method.</param>
public sealed record AcquireNotKept(Site Site, string Subject, string Method) : Finding(Site, Subject);
