using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN021: a program that may not sleep calls what may sleep.</summary>
internal sealed class NeedsSleepableRule() : Rule(
    Facts,
    "program must be sleepable to call sleepable kfunc %s; sleepable helper %s#%d in non-sleepable prog",
    FindingKind.NeedsSleepable)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN021",
        "Helper needs a sleepable program",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN021.md");

    public override string Describe(FindingText text)
    {
        var section = text.Finding.Helper!.Program!.Section;
        var mend = Programs.SectionTable.Sleepable(section) is { } sleepable
            ? $": make the section {FindingText.Quote(sleepable)}"
            : ", and programs of this section never may";
        return $"{text.Helper()} may sleep, but the program with the section {FindingText.Quote(section)} may not{mend}";
    }
}
