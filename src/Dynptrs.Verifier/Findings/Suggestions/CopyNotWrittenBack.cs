using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Suggestions;

/// <summary>A view is written that may be a copy, which is never written back.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record CopyNotWrittenBack(Site Site, string Subject) : Finding(Site, Subject);
