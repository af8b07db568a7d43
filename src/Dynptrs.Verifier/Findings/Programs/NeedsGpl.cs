using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A helper is called that only programs with a licence that is compatible with the GPL may call.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call.</param>
public sealed record NeedsGpl(Site Site, string Subject, HelperUse Use) : HelperFinding(Site, Subject, Use)
{
    /// <summary>The licence is one mistake, however many calls it is wrong for.</summary>
    internal override (Site Site, Site Acquired) Identity => default;
}
