using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A program that may sleep uses a map that only others may use.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call that is given the map.</param>
/// <param name="MapType">The kernel's name of the type of the map, without prefix.</param>
public sealed record MapInSleepable(Site Site, string Subject, HelperUse Use, string MapType) : HelperFinding(Site, Subject, Use);
