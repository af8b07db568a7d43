using Dynptrs.Verifier.Findings.Lifetime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN010: a dynptr is opaque.</summary>
internal sealed class OpaqueOwnerRule() : Rule(
    Facts,
    "invalid read from stack off %d+%d size %d; potential write to dynptr at off=%d disallowed",
    typeof(OwnerCopied),
    typeof(OwnerReinterpreted),
    typeof(OwnerInOtherMemory))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN010",
        "Dynptr is copied by value or its bytes are reached",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN010.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        OwnerReinterpreted { By: var by } =>
            $"the bytes of {text.Subject} are reached by {by}, but it is opaque: use the calls that take it",
        OwnerInOtherMemory { Helper: var helper } =>
            $"{FindingText.Quote(helper)} asks for a dynptr, but {text.Subject} is other memory: "
            + "give it a local variable that a call has made a dynptr",
        { Site.Source: SyntaxNode { Parent: UsingStatementSyntax } } =>
            $"`using` disposes of a copy of {text.Subject}, not of {text.Subject} itself: release it in a `finally` block, or declare it with `using`",
        _ => $"{text.Subject} is copied by value, but it is opaque and lives in one variable: pass it by ref or in, or make a clone",
    };
}
