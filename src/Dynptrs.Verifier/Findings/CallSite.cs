using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>The call through which the verified function gets to the place of a finding.</summary>
/// <param name="Site">The call, or the callback argument, in the verified function.</param>
/// <param name="Function">The function that it gets to.</param>
public sealed record CallSite(Site Site, string Function);
