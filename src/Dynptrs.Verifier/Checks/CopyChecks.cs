using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Refuses copies of what is opaque.</summary>
internal sealed class CopyChecks(PlaceEvaluator places, Reporter reporter)
{
    /// <summary>Reports that an owner is copied by value.</summary>
    public void Refuse(State state, Operand source, Site site)
    {
        var place = places.Locate(state, source.Place, site);
        reporter.Report(
            state,
            new OwnerCopied(site, PlaceEvaluator.GetName(source.Place)),
            place.IsCell ? About.Owner(state.Cells[place.Cell]) : default);
    }
}
