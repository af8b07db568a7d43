using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Refuses copies of what is opaque.</summary>
internal sealed class CopyChecks(PlaceEvaluator places, Reporter reporter)
{
    /// <summary>Reports that an owner is copied by value: which of the two is meant from there on, nobody knows.</summary>
    public void Refuse(State state, Operand source, Site site)
    {
        Report(state, source, site);
        if (places.Locate(state, source.Place, site) is { IsCell: true, Cell: var cell })
            Poison.Owners(state, cell, source.Type);
    }

    /// <summary>Reports that an owner is copied by value to where it is followed on.</summary>
    public void Report(State state, Operand source, Site site)
    {
        var place = places.Locate(state, source.Place, site);
        for (var i = 0; place.IsCell && i < source.Type.CellCount; i++)
        {
            if (state.Cells[place.Cell + i] is PoisonedValue)
                return;
        }

        var about = place.IsCell ? About.Owner(state.Cells[place.Cell]) : default;
        reporter.Report(state, new OwnerCopied(site, PlaceEvaluator.GetName(source.Place)), about);
    }
}
