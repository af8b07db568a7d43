using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Suggestions;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Suggestions;

/// <summary>Views that may be copies in a buffer: what is written to them is lost unless the owner is written, too.</summary>
/// <remarks>Whether it is written after the view, or as much of it, is not looked at: who writes back knows.</remarks>
internal sealed class BouncedCopies(Reporter reporter) : IAccessObserver
{
    private readonly Dictionary<Site, (Finding Finding, Site Owner)> _written = [];
    private readonly HashSet<Site> _writtenBack = [];
    private readonly HashSet<(Site Call, int Owner)> _known = [];

    /// <inheritdoc/>
    public void Write(State state, PointerValue view, string name, Site site)
    {
        if (view.CopiedAt is not { } taken || _written.ContainsKey(taken))
            return;
        var finding = new CopyNotWrittenBack(site, name);
        if (!reporter.IsLeftOut(state.Frame, finding))
            _written.Add(taken, (Reporter.Complete(state, finding, new About(view.Id, view.Owner)), FindOrigin(state, view.Owner)));
    }

    /// <summary>Notes that an owner is written.</summary>
    public void WriteBack(State state, OwnerValue owner, Site call)
    {
        if (_known.Add((call, owner.Id)))
            _writtenBack.Add(state.FindReference(owner.Reference)?.Acquired ?? FindOrigin(state, owner.Id));
    }

    /// <summary>What was written to views that may be copies, and to nothing else.</summary>
    public IEnumerable<Finding> FindLost() =>
        _written.Values.Where(written => !_writtenBack.Contains(written.Owner)).Select(written => written.Finding);

    /// <summary>Where an owner, or the one that it is a clone of, came about: the same on all paths.</summary>
    private static Site FindOrigin(State state, int owner)
    {
        for (var node = state.Trace; node is not null; node = node.Parent)
        {
            if (node.Id == owner && node.Step.Kind == TraceStepKind.Cloned)
            {
                owner = node.OtherId;
            }
            else if ((node.Id == owner && node.Step.Kind is TraceStepKind.Initialized or TraceStepKind.Borrowed or TraceStepKind.Given)
                || (node.OtherId == owner && node.Step.Kind == TraceStepKind.Acquired))
            {
                return node.Step.Site;
            }
        }

        return default;
    }
}
