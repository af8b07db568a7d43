using Dynptrs.Verifier.Contracts;
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
        var taken = $"{FindingText.Quote(finding.Caller)} takes only {Describe(allowed)} from its callback";
        if (actual.Min == actual.Max)
            return $"{AccessText.Number(actual.Min)} is returned here, but {taken}: return one of these";
        return actual.Min <= int.MinValue || actual.Max >= int.MaxValue
            ? $"{taken}, but {text.Subject} may be any number here: test it first, or return a constant"
            : $"{taken}, but {text.Subject} may be anything from {AccessText.Number(actual.Min)} to {AccessText.Number(actual.Max)} here: test it first, or return a constant";
    }

    private static string Describe(ValueRange range) => (range.Max - range.Min) switch
    {
        0 => AccessText.Number(range.Min),
        1 => $"{AccessText.Number(range.Min)} or {AccessText.Number(range.Max)}",
        _ => $"{AccessText.Number(range.Min)} to {AccessText.Number(range.Max)}",
    };
}
