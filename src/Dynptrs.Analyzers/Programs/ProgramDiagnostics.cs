using System.Collections.Immutable;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Programs;

/// <summary>What can be wrong with the facts about programs, before any of them is verified.</summary>
internal static class ProgramDiagnostics
{
    /// <summary>DYN045: libbpf does not know the section of a program.</summary>
    public static readonly DiagnosticDescriptor UnknownSection = new(
        "DYN045",
        "Section of a program is not known",
        "libbpf knows no section `{0}`{1}",
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "DYN045.md");

    /// <summary>DYN046: the oldest kernel of the project is no version.</summary>
    public static readonly DiagnosticDescriptor InvalidKernelVersion = new(
        "DYN046",
        "Kernel version of the project is not a version",
        "`{0}`, the {1} of the project, is not a kernel version such as 6.12, so no helper is checked against it",
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "DYN046.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The descriptors.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnknownSection, InvalidKernelVersion];
}
