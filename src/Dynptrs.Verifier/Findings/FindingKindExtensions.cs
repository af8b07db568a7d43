namespace Dynptrs.Verifier.Findings;

/// <summary>What kinds of findings have in common.</summary>
public static class FindingKindExtensions
{
    /// <summary>Whether it is about the end of a loop of a program.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsOfLoop(this FindingKind kind) => kind is FindingKind.EndlessLoop or FindingKind.LoopTooLong or FindingKind.LoopBranchesTooOften;

    /// <summary>Whether the verifier accepts it, and a person may still want to know.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsSuggestion(this FindingKind kind) => kind >= FindingKind.ErrnoIgnored;

    /// <summary>Whether it is about where an access to memory lies, or whether it may write, not about what has been acquired, released or found.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsOfExtent(this FindingKind kind) =>
        kind is FindingKind.OutOfBounds or FindingKind.Unbounded or FindingKind.SizeNotConstant or FindingKind.BufferTooSmall or FindingKind.WriteReadOnly;
}
