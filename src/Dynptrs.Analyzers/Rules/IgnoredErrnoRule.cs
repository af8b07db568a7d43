using Dynptrs.Verifier.Findings.Suggestions;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN101: an errno is ignored that alone tells whether a call did its work.</summary>
internal sealed class IgnoredErrnoRule() : Rule<ErrnoIgnored>(
    Facts,
    "")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN101",
        "Errno is ignored that alone tells of a failure",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN101.md");

    protected override string Describe(FindingText text, ErrnoIgnored finding) =>
        $"{FindingText.Quote(finding.Helper)} may fail, and only its errno tells: test it, or assign it to `_` where it does not matter";
}
