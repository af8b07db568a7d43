using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN001: a reference is not released on some path.</summary>
internal sealed class UnreleasedReferenceRule() : Rule(
    Facts,
    "Unreleased reference id=%d alloc_insn=%d",
    typeof(Leak),
    typeof(LeakWhenThrown))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN001",
        "Reference is not released on every path",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN001.md");

    public override string Describe(FindingText text)
    {
        var acquired = text.Step(TraceStepKind.Acquired);
        var everyPath = acquired is not null && text.IsAfterResult(acquired)
            ? "on every path, also where that call fails"
            : "on every path";
        var duty = acquired is null && text.Step(TraceStepKind.Given) is { } given
            ? $"{FindingText.Quote(given.Detail)} is given it and must keep or release it on every path"
            : $"{text.Acquisition(acquired)} must be released {everyPath}";
        var leaves = text.Finding is LeakWhenThrown thrown ? $"{FindingText.Thrower(thrown.Site, thrown.Thrower)} throws" : "control leaves here";
        return $"{text.Subject} is still held when {leaves}{text.OnPath()}: {duty}";
    }
}
