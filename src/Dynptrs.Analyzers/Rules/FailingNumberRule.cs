using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN102: a number is given, flags mostly, with which a call can only fail.</summary>
internal sealed class FailingNumberRule() : Rule(
    Facts,
    "",
    FindingKind.NumberOnlyFails)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN102",
        "Call can only fail with this number",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN102.md");

    public override string Describe(FindingText text)
    {
        var range = text.Finding.Range!;
        var allowed = range.Allowed.Min == range.Allowed.Max ? $"only {range.Allowed.Min}" : $"only {range.Allowed.Min} to {range.Allowed.Max}";
        var owner = text.Finding.OwnerKind is { } kind ? $" for a dynptr of kind {FindingText.Quote(kind)}" : "";
        return $"{text.Detail} can only fail with this {text.Subject}: it takes {allowed}{owner}";
    }
}
