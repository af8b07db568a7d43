using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN016: an access to the stack, or an atomic operation, is not aligned.</summary>
internal sealed class MisalignedRule() : Rule<Misaligned>(
    Facts,
    "misaligned stack access off %s+%d size %d; misaligned value access off %s+%d size %d")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN016",
        "Access is misaligned",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN016.md");

    protected override string Describe(FindingText text, Misaligned finding)
    {
        var access = finding.Access;
        var place = access.MinOffset == access.MaxOffset
            ? $"lies at offset {AccessText.Number(access.MinOffset)}"
            : $"may lie at offsets from {AccessText.Number(access.MinOffset)} to {AccessText.Number(access.MaxOffset)}";
        var (rule, advice) = access.IsAtomic
            ? ("what an atomic operation changes", "move it to such an offset")
            : ("an access to the stack", "move it to such an offset, or use `Unsafe.ReadUnaligned` and `Unsafe.WriteUnaligned`");
        return $"{text.Subject} {place}, but {rule} must lie at a multiple of {AccessText.Number(access.Alignment)}: {advice}";
    }
}
