using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>Something that the verifier refuses.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Site">Where a person would mend it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Trace">The steps that led here, oldest first.</param>
public sealed record Finding(FindingKind Kind, Site Site, string Subject, ImmutableArray<TraceStep> Trace)
{
    /// <summary>What else the finding is about, such as the name of the helper or of the owner behind a slice; or empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>
    /// The function in which <see cref="Site"/> lies when it is not the one that was verified, and the call in the verified
    /// function that leads there.
    /// </summary>
    public CallSite? Call { get; init; }

    /// <summary>The access to memory that the finding is about, if it is about one.</summary>
    public MemoryAccess? Access { get; init; }

    /// <summary>The call of a helper that the finding is about, if it is about what the helper asks of a program.</summary>
    public HelperUse? Helper { get; init; }

    /// <summary>The kinds that do not go together, if the finding is about such.</summary>
    public KindMismatch? Mismatch { get; init; }

    /// <summary>Where the memory comes from that the finding is about, if that is what is wrong.</summary>
    public MemoryOrigin? Origin { get; init; }

    /// <summary>The ranges of numbers that do not go together, if the finding is about such.</summary>
    public RangeMismatch? Range { get; init; }

    /// <summary>Why what the finding is about has no counterpart in BPF, if it has none.</summary>
    public OpaqueReason? Reason { get; init; }

    /// <summary>The kind of the owner that the finding is about, if it is about what holds for owners of a kind.</summary>
    public string? OwnerKind { get; init; }

    /// <summary>The reference that the finding is about, if it is about one.</summary>
    public HeldReference? Reference { get; init; }

    /// <summary>The references that are held where the finding is: what an early exit there would have to release.</summary>
    public ImmutableArray<HeldReference> Held { get; init; } = ImmutableArray<HeldReference>.Empty;
}
