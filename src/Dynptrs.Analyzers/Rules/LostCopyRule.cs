using Dynptrs.Verifier.Findings.Suggestions;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN104: a view is written that may be a copy in a buffer, which is never written back.</summary>
internal sealed class LostCopyRule() : Rule<CopyNotWrittenBack>(
    Facts,
    "")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN104",
        "What is written may stay in a copy",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN104.md");

    protected override string Describe(FindingText text, CopyNotWrittenBack finding)
    {
        var taken = text.Step(TraceStepKind.Sliced);
        var origin = taken is null ? "" : $", taken on {text.Line(taken)}";
        var view = taken is { Subject.Length: > 0 } ? FindingText.Quote(taken.Subject) : text.Subject;
        return $"{view}{origin}, may be a copy, and what is written to it then never reaches {text.Owner()}: write it back";
    }
}
