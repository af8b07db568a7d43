using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings.OwnContracts;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN041: a body does not keep the contract of its method.</summary>
internal sealed class ContractNotKeptRule() : Rule(
    Facts,
    "Unreleased reference id=%d alloc_insn=%d; R%d is a packet pointer, but func#%d may change packet data",
    typeof(ReleaseNotKept),
    typeof(AcquireNotKept),
    typeof(MakeNotKept),
    typeof(KindNotKept),
    typeof(NullNotKept),
    typeof(SliceNotKept),
    typeof(InvalidationNotKept),
    typeof(RangeNotKept),
    typeof(RegionNotKept))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN041",
        "Body does not keep the contract of its method",
        Sentence,
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN041.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        ReleaseNotKept finding =>
            $"{text.Subject} is still held when control leaves here{text.OnPath()}, but `[Releases]` promises the callers of {FindingText.Quote(finding.Method)} that it is released on every path",
        AcquireNotKept finding =>
            $"{text.Subject} holds no reference here, but `[Acquires]` promises the callers of {FindingText.Quote(finding.Method)} one that they must release: {Made(text)}",
        MakeNotKept finding =>
            $"{text.Subject} is handed to the callers of {FindingText.Quote(finding.Method)} after its end: {text.Ended()}",
        KindNotKept finding =>
            $"{text.Subject} is of kind {FindingText.Quote(finding.Mismatch.Actual)} here, but the contract of {FindingText.Quote(finding.Method)} promises kind {FindingText.Quote(finding.Mismatch.Expected)}",
        NullNotKept finding =>
            $"{text.Subject} may be null here, but the contract of {FindingText.Quote(finding.Method)} promises that it is not: test it first, or add `[return: MayBeNull]`",
        SliceNotKept finding =>
            $"{text.Subject} points into {FindingText.Quote(finding.Owner)}, but callers do not know that it ends with it: add `[return: SliceOf(\"{finding.Owner}\")]`",
        InvalidationNotKept finding =>
            $"{FindingText.Quote(finding.By)} makes slices invalid here, but callers of {text.Subject} do not know it: add `[InvalidatesSlices]` to its contract",
        RangeNotKept { Range.Actual: var actual } finding =>
            $"{text.Subject} lies outside of the range that the contract of {FindingText.Quote(finding.Method)} promises: it is at least {AccessText.Number(actual.Min)} and at most {AccessText.Number(actual.Max)}",
        RegionNotKept { Use: { Effect: RegionEffect.Enters, Region: var region } } =>
            $"{text.Subject} ends here{text.OnPath()} without a region of {FindingText.Quote(region.ShortName)}, but `[EntersRegion]` promises its callers that it is open: enter it on every path",
        RegionNotKept { Use: { Effect: RegionEffect.Leaves, Region: var region } } =>
            $"{text.Subject} ends here{text.OnPath()} inside the region of {FindingText.Quote(region.ShortName)}, but `[LeavesRegion]` promises its callers that it is left: leave it on every path",
        RegionNotKept { Use.Region: var region } =>
            $"{text.Subject} ends here{text.OnPath()} outside of the region of {FindingText.Quote(region.ShortName)}, but `[NeedsRegion]` lets its callers leave it: do not leave it here",
        _ => throw Unexpected(text.Finding),
    };

    private static string Made(FindingText text) =>
        text.Step(TraceStepKind.Initialized) is { } made ? text.By(made, "it was made") : "nothing has acquired one";
}
