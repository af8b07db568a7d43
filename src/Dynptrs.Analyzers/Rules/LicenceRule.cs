using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN024: the licence of a program is not enough for what it is, or for what it calls.</summary>
internal sealed class LicenceRule() : Rule(
    Facts,
    "cannot call GPL-restricted function from non-GPL compatible program; cannot call kernel function from non-GPL compatible program",
    typeof(NeedsGpl),
    typeof(ProgramNeedsGpl))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN024",
        "Licence is not compatible with the GPL",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN024.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        NeedsGpl { Use: { Program: { } program } use } =>
            $"{text.Helper(use)} may be called only with a licence that is compatible with the GPL, but {Licence(program)}",
        ProgramNeedsGpl { Program: var program } =>
            $"{text.Subject} is loaded only with a licence that is compatible with the GPL, as any program of type {program.Type}, but {Licence(program)}",
        _ => throw Unexpected(text.Finding),
    };

    private static string Licence(ProgramFacts program) => program.License is { Length: > 0 } licence
        ? $"that of its object is \"{licence}\": if the code may have it, write \"GPL\", \"Dual MIT/GPL\" or \"Dual BSD/GPL\" instead"
        : "its object states none: write `[BpfObject(License = \"GPL\")]`, if the code may have that licence";
}
