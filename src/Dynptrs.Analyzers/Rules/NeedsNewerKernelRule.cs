using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN022: a program calls what the oldest kernel of its project does not have.</summary>
internal sealed class NeedsNewerKernelRule() : Rule<NeedsNewerKernel>(
    Facts,
    "invalid func unknown#%d")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN022",
        "Helper needs a newer kernel",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN022.md");

    protected override string Describe(FindingText text, NeedsNewerKernel finding)
    {
        var use = finding.Use;
        var isCalled = finding.Loaded.IsEmpty ? "is called where the kernel may lack it" : "is called all the same";
        return finding.IsAsked
            ? $"{text.Helper(use)} {isCalled}: call it only where `Has` says that the kernel has it"
            : $"{text.Helper(use)} is there since Linux {use.Requirements.Since}, but the project's BpfKernelVersion is {use.Kernel}: "
                + "raise it, ask whether the kernel has it, or do without the helper";
    }
}
