using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings.Regions;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN018: a call is not allowed in the region in which it stands, or needs one.</summary>
internal sealed class CallInRegionRule() : Rule(
    Facts,
    "function calls are not allowed while holding a lock; global function calls are not allowed while holding a lock; sleepable helper %s#%d in %s; kernel func %s is sleepable within %s; sleepable global function %s() called in %s; kernel func %s requires RCU critical section protection",
    typeof(CallInRegion),
    typeof(RegionEnteredAgain),
    typeof(RegionNeeded))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN018",
        "Call is not allowed in a region, or needs one",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN018.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        CallInRegion { Region: { Region.Calls: RegionCalls.NotSleeping } region } =>
            $"{text.Subject} may sleep, and so may not be called in the region that {text.Entered(region)}: call it before or after",
        CallInRegion { IsFollowed: true } finding =>
            $"{text.Subject} has a contract, and so may not be called in the region that {text.Entered(finding.Region)}: call it before or after, or give it no contract",
        CallInRegion finding =>
            $"{text.Subject} may not be called in the region that {text.Entered(finding.Region)}: call it before or after",
        RegionEnteredAgain finding when finding.Site == finding.Region.Entered =>
            $"{text.Subject} enters a region that an earlier round of the loop has entered, and that does not nest: leave it in the same round",
        RegionEnteredAgain finding =>
            $"{text.Subject} enters a region that {text.Entered(finding.Region)} and that does not nest: leave it first",
        RegionNeeded finding =>
            $"{text.Subject} needs a region of {FindingText.Quote(finding.Region.ShortName)}, but none is open here{text.OnPath()}: enter one first",
        _ => throw Unexpected(text.Finding),
    };
}
