using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN010: a dynptr is opaque.</summary>
internal sealed class OpaqueOwnerRule() : Rule(
    Facts,
    "invalid read from stack off %d+%d size %d; potential write to dynptr at off=%d disallowed",
    FindingKind.OwnerCopied,
    FindingKind.OwnerReinterpreted)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN010",
        "Dynptr is copied by value or its bytes are reached",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN010.md");

    public override string Describe(FindingText text) => text.Finding.Kind == FindingKind.OwnerCopied
        ? $"{text.Subject} is copied by value, but it is opaque and lives in one variable: pass it by ref or in, or make a clone"
        : $"the bytes of {text.Subject} are reached by {text.Finding.Detail}, but it is opaque: use the calls that take it";
}
