using System.Linq;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN013: a parent is released while a child is held.</summary>
internal sealed class ParentReleasedRule() : Rule<ParentReleased>(
    Facts,
    "Leaking reference id=%d alloc_insn=%d. Release it first.")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN013",
        "Parent is released while a child is still held",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN013.md");

    protected override string Describe(FindingText text, ParentReleased finding)
    {
        var child = finding.Reference;
        var made = finding.Trace.LastOrDefault(step => step.Kind == TraceStepKind.Acquired && step.Site == child.Acquired);
        var name = child.Subject.Length > 0 ? FindingText.Quote(child.Subject) : "what was made of it";
        return $"{text.Subject} is released while {name} is still held, {text.By(made, "which was made of it")}: release {name} first";
    }
}
