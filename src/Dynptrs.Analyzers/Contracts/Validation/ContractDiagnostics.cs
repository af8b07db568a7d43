using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>What can be wrong with a contract in itself, before any call of it is verified.</summary>
internal static class ContractDiagnostics
{
    /// <summary>DYN040: a contract attribute says nothing where it stands.</summary>
    public static readonly DiagnosticDescriptor WrongAttribute = new(
        "DYN040",
        "Contract attribute does not fit where it stands",
        "{0}",
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "DYN040.md");
}
