using Dynptrs.Verifier.Findings.Suggestions;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN102: a number is given, flags mostly, with which a call can only fail.</summary>
internal sealed class FailingNumberRule() : Rule<NumberOnlyFails>(
    Facts,
    "")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN102",
        "Call can only fail with this number",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN102.md");

    protected override string Describe(FindingText text, NumberOnlyFails finding)
    {
        var range = finding.Range;
        var allowed = range.Allowed.Min == range.Allowed.Max
            ? $"only {range.Allowed.Min}"
            : $"only {range.Allowed.Min} to {range.Allowed.Max}";
        var owner = finding.OwnerKind is { } kind ? $" for a dynptr of kind {FindingText.Quote(kind)}" : "";
        return $"{FindingText.Quote(finding.Helper)} can only fail with this {text.Subject}: it takes {allowed}{owner}";
    }
}
