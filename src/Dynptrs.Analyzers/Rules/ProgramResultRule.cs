using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN015: a program returns what programs of its section may not.</summary>
internal sealed class ProgramResultRule() : Rule<ProgramResult>(
    Facts,
    "At program exit the register R0 has smin=%lld smax=%lld should have been in [%d, %d]")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN015",
        "Program returns a value that is not allowed",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN015.md");

    protected override string Describe(FindingText text, ProgramResult finding)
    {
        var (allowed, actual) = (finding.Range.Allowed, finding.Range.Actual);
        var taken = $"a program with the section {FindingText.Quote(finding.Program.Section)} may return only {RangeText.Numbers(allowed)}";
        if (finding.Range.IsPartOfRegister)
            return RangeText.PartOfRegister(text.Subject, taken);

        return actual.Min == actual.Max
            ? $"{AccessText.Number(actual.Min)} is returned here, but {taken}"
            : $"{text.Subject} may be {RangeText.AnyOf(actual)} here, but {taken}: test it first, or return a constant";
    }
}
