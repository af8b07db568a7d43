using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Suggestions;

/// <summary>The errno of a call is ignored that alone tells whether it did its work.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What is called.</param>
public sealed record ErrnoIgnored(Site Site, string Subject, string Helper) : Finding(Site, Subject);
