namespace Dynptrs.Verifier.Findings;

/// <summary>What kinds of findings have in common.</summary>
public static class FindingKindExtensions
{
    /// <summary>Whether it is about the end of a loop of a program.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsOfLoop(this FindingKind kind) => kind is FindingKind.EndlessLoop or FindingKind.LoopTooLong or FindingKind.LoopBranchesTooOften;
}
