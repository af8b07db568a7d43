using Dynptrs.Verifier.Findings.Regions;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN017: a region is not left on some path, or is left otherwise than it was entered.</summary>
internal sealed class RegionNotLeftRule() : Rule(
    Facts,
    "BPF_EXIT instruction in main prog cannot be used inside %s-ed region; unmatched rcu read unlock (kernel function %s); unmatched attempt to enable preemption (kernel function %s); bpf_spin_unlock without taking a lock; bpf_spin_unlock of different lock; cannot restore irq state out of order, expected id=%d acquired at insn_idx=%d; R%d doesn't have constant offset. %s_lock has to be at the constant offset",
    typeof(RegionLeftOpen),
    typeof(RegionLeftOpenWhenThrown),
    typeof(RegionNotEntered),
    typeof(OtherRegionLeft),
    typeof(LockNotConstant),
    typeof(RegionLeftOutOfOrder))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN017",
        "Region is not left as it was entered",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN017.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        RegionLeftOpen finding =>
            $"the region that {text.Entered(finding.Region)} is still open when control leaves here{text.OnPath()}: leave it on every path",
        RegionLeftOpenWhenThrown { Thrower: var thrower } finding =>
            $"the region that {text.Entered(finding.Region)} is still open when {FindingText.Thrower(finding.Site, thrower)} throws: leave it in a `finally`",
        RegionNotEntered finding when text.Step(TraceStepKind.RegionLeft) is { } left =>
            $"{text.Subject} leaves a region of {FindingText.Quote(finding.Region.ShortName)}, but it was left on {text.Line(left)}: leave it once on every path",
        RegionNotEntered finding =>
            $"{text.Subject} leaves a region of {FindingText.Quote(finding.Region.ShortName)}, but none is open here{text.OnPath()}: leave only what was entered",
        OtherRegionLeft finding =>
            $"{FindingText.Quote(finding.By)} is given {text.Subject}, but the region that {text.Entered(finding.Region)} is that of {FindingText.Quote(finding.Region.Subject)}: leave the same",
        LockNotConstant finding =>
            $"{FindingText.Quote(finding.By)} is given {text.Subject}, and only the run decides which lock that is: "
                + "enter the region through a lock whose place is constant",
        RegionLeftOutOfOrder finding =>
            $"{FindingText.Quote(finding.By)} leaves the region of {text.Subject} before that of {FindingText.Quote(finding.Region.Subject)}, which {text.Entered(finding.Region)}: leave the last one first",
        _ => throw Unexpected(text.Finding),
    };
}
