using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks that nothing is released while something that was made of it must still be given back.</summary>
/// <remarks>
/// Follows <c>release_reference</c>, which refuses an object with children that are references. Children without a reference
/// are no obstacle: they end with their parent.
/// </remarks>
internal sealed class ParentChecks(Reporter reporter)
{
    /// <summary>Checks a release, and stops following the children that are in its way.</summary>
    public void Check(State state, int parent, in Argument source)
    {
        while (Ownership.FindChild(state, parent) is { } child)
        {
            var finding = new ParentReleased(source.Site, PlaceEvaluator.GetName(source.Value), HeldReferences.Of(state, child));
            reporter.Report(state, finding, new About(parent, child.Id));
            Poison.Reference(state, child.Id);
        }
    }
}
