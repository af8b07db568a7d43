using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine.Suggestions;

/// <summary>Collects what is accepted and may still not be what was meant, each once.</summary>
/// <remarks>A suggestion changes no verdict, and no path is followed for its sake: what is known where a path comes by is all that counts.</remarks>
internal sealed class SuggestionCollector
{
    private readonly HashSet<(FindingKind, Site)> _seen = [];
    private readonly List<Finding> _suggestions = [];

    /// <summary>Views that may be copies, and what is written back.</summary>
    public BouncedCopies Copies { get; } = new();

    /// <summary>Reservations of a constant size, and what is done with them.</summary>
    public ConstantReservations Reservations { get; } = new();

    /// <summary>Adds a suggestion, unless it was made before or is made where the function is verified on its own.</summary>
    public void Add(State state, Finding suggestion, (int First, int Second) ids = default)
    {
        if (!Reporter.IsReportedAlone(state.Frame, suggestion.Kind) && _seen.Add((suggestion.Kind, suggestion.Site)))
            _suggestions.Add(Reporter.Complete(state, suggestion, ids));
    }

    /// <summary>All suggestions, now that all paths have been followed.</summary>
    public ImmutableArray<Finding> ToImmutable() => [.. _suggestions, .. Copies.FindLost(), .. Reservations.FindNeedless()];
}
