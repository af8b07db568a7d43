using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN021: a program that may not sleep calls what may sleep.</summary>
internal sealed class NeedsSleepableRule() : Rule<NeedsSleepable>(
    Facts,
    "program must be sleepable to call sleepable kfunc %s; sleepable helper %s#%d in non-sleepable prog")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN021",
        "Helper needs a sleepable program",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN021.md");

    protected override string Describe(FindingText text, NeedsSleepable finding)
    {
        var section = finding.Use.Program!.Section;
        var advice = Programs.SectionTable.Sleepable(section) is { } sleepable
            ? $": make the section {FindingText.Quote(sleepable)}"
            : ", and programs of this section never may";
        return $"{text.Helper(finding.Use)} may sleep, but the program with the section {FindingText.Quote(section)} may not{advice}";
    }
}
