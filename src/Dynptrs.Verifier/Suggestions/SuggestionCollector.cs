using System.Collections.Immutable;
using Dynptrs.Verifier.Findings;

namespace Dynptrs.Verifier.Suggestions;

/// <summary>Collects what is accepted and may still not be what was meant, each once.</summary>
/// <remarks>
/// A suggestion changes no verdict, and no path is followed for its sake: what is known where a path comes by is all that counts.
/// </remarks>
internal sealed class SuggestionCollector(Reporter reporter)
{
    /// <summary>Whether anybody asks for them.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>Views that may be copies, and what is written back.</summary>
    public BouncedCopies Copies { get; } = new(reporter);

    /// <summary>Reservations of a constant size, and what is done with them.</summary>
    public ConstantReservations Reservations { get; } = new(reporter);

    /// <summary>All suggestions, now that all paths have been followed.</summary>
    public ImmutableArray<Finding> All => [.. reporter.Suggestions, .. Copies.FindLost(), .. Reservations.FindNeedless()];
}
