using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Suggestions;

/// <summary>A call in a loop wakes a reader each time.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What is called.</param>
public sealed record WakesInLoop(Site Site, string Subject, string Helper) : Finding(Site, Subject);
