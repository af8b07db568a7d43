using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN014: a callback returns what its caller does not take.</summary>
internal sealed class CallbackResultRule() : Rule<CallbackResult>(
    Facts,
    "At callback return the register R0 has smin=%lld smax=%lld should have been in [0, 1]")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN014",
        "Callback returns a value that is not allowed",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN014.md");

    protected override string Describe(FindingText text, CallbackResult finding)
    {
        var (allowed, actual) = (finding.Range.Allowed, finding.Range.Actual);
        var taken = $"{FindingText.Quote(finding.Caller)} takes only {RangeText.Numbers(allowed)} from its callback";
        if (finding.Range.IsPartOfRegister)
            return RangeText.PartOfRegister(text.Subject, taken);

        return actual.Min == actual.Max
            ? $"{AccessText.Number(actual.Min)} is returned here, but {taken}: return one of these"
            : $"{taken}, but {text.Subject} may be {RangeText.AnyOf(actual)} here: test it first, or return a constant";
    }
}
