using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN041: a body does not keep the contract of its method.</summary>
internal sealed class ContractNotKeptRule() : Rule(
    Facts,
    "Unreleased reference id=%d alloc_insn=%d; R%d is a packet pointer, but func#%d may change packet data",
    FindingKind.ReleaseNotKept,
    FindingKind.AcquireNotKept,
    FindingKind.MakeNotKept,
    FindingKind.KindNotKept,
    FindingKind.NullNotKept,
    FindingKind.SliceNotKept,
    FindingKind.InvalidationNotKept,
    FindingKind.RangeNotKept)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN041",
        "Body does not keep the contract of its method",
        Sentence,
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN041.md");

    public override string Describe(FindingText text) => text.Finding.Kind switch
    {
        FindingKind.ReleaseNotKept =>
            $"{text.Subject} is still held when control leaves here{text.OnPath()}, but `[Releases]` promises the callers of {text.Detail} that it is released on every path",
        FindingKind.AcquireNotKept => $"{text.Subject} holds no reference here, but `[Acquires]` promises the callers of {text.Detail} one that they must release: {Made(text)}",
        FindingKind.MakeNotKept => $"{text.Subject} is handed to the callers of {text.Detail} after its end: {text.Ended()}",
        FindingKind.KindNotKept =>
            $"{text.Subject} is of kind {FindingText.Quote(text.Finding.Mismatch!.Actual)} here, but the contract of {text.Detail} promises kind {FindingText.Quote(text.Finding.Mismatch.Expected)}",
        FindingKind.NullNotKept => $"{text.Subject} may be null here, but the contract of {text.Detail} promises that it is not: test it first, or add `[return: MayBeNull]`",
        FindingKind.SliceNotKept => $"{text.Subject} points into {text.Detail}, but callers do not know that it ends with it: add `[return: SliceOf(\"{text.Finding.Detail}\")]`",
        FindingKind.InvalidationNotKept => $"{text.Detail} makes slices invalid here, but callers of {text.Subject} do not know it: add `[InvalidatesSlices]` to its contract",
        _ => $"{text.Subject} lies outside of the range that the contract of {text.Detail} promises: it is at least {AccessText.Number(text.Finding.Range!.Actual.Min)} and at most {AccessText.Number(text.Finding.Range.Actual.Max)}",
    };

    private static string Made(FindingText text) => text.Step(TraceStepKind.Initialized) is { } made ? text.By(made, "it was made") : "nothing has acquired one";
}
