using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Suggestions;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Suggestions;

/// <summary>
/// Reservations of a constant size whose owner is used for nothing but a view of the memory, which another helper gives at once.
/// </summary>
internal sealed class ConstantReservations(Reporter reporter)
{
    private readonly Dictionary<Site, Finding> _reserved = [];
    private readonly HashSet<Site> _viewed = [];
    private readonly HashSet<Site> _needed = [];

    /// <summary>Notes that a call acquires an owner of memory of a constant size.</summary>
    /// <param name="state">The path.</param>
    /// <param name="site">The place of the owner, by which its reference is known.</param>
    /// <param name="name">The name of the owner.</param>
    /// <param name="helper">The helper that gives the memory at once.</param>
    public void Reserve(State state, Site site, string name, string helper)
    {
        if (_reserved.ContainsKey(site))
            return;
        var finding = new ConstantReservation(site, name, helper);
        if (!reporter.IsLeftOut(state.Frame, finding))
            _reserved.Add(site, Reporter.Complete(state, finding, default));
    }

    /// <summary>Notes what a call does with an owner that was acquired.</summary>
    public void Use(State state, OwnerValue owner, MethodContract contract, int index)
    {
        if (state.FindReference(owner.Reference) is not { } reference || contract.Parameters[index].Releases)
            return;
        // A view in a buffer is another thing.
        var isView = contract.Return.SliceOf == index && !contract.Parameters.Any(parameter => parameter.Bounce is not null);
        (isView ? _viewed : _needed).Add(reference.Acquired);
    }

    /// <summary>The reservations that nothing needs an owner for.</summary>
    public IEnumerable<Finding> FindNeedless() =>
        _reserved.Where(reserved => _viewed.Contains(reserved.Key) && !_needed.Contains(reserved.Key)).Select(reserved => reserved.Value);
}
