using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Configuration;

/// <summary>What can be wrong with the options.</summary>
internal static class OptionDiagnostics
{
    /// <summary>DYN047: an option has an unknown name or an invalid value.</summary>
    public static readonly DiagnosticDescriptor NotUnderstood = new(
        "DYN047",
        "Option is not understood",
        "`{0}` {1}",
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "DYN047.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
