using System;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Diagnostics;

/// <summary>What may be wrong with what the generators read. A new one needs a row in the release notes and a page in the docs.</summary>
internal static class GeneratorDiagnostics
{
    public static readonly DiagnosticDescriptor CannotFill =
        Create("DYN050", "Generated code has no place", "`{0}` cannot be filled with {1}: {2}");

    public static readonly DiagnosticDescriptor UnknownKernel =
        Create("DYN051", "Kernel version is not understood", "'{0}' is no kernel version: write major and minor, such as \"6.18\"");

    public static readonly DiagnosticDescriptor UnknownName =
        Create("DYN052", "Helper or program type that is named does not exist", "`{0}` names {1}");

    public static readonly DiagnosticDescriptor WrongHelper =
        Create("DYN053", "Body of a helper cannot be written", "The body of `{0}` cannot be written: {1}");

    public static readonly DiagnosticDescriptor WrongCheck =
        Create("DYN054", "Argument check cannot be written", "The check of `{0}` cannot be written: {1}");

    public static readonly DiagnosticDescriptor HiddenPadding =
        Create("DYN055", "Struct has hidden padding", "`{0}` has {1} of hidden padding at offset {2}, {3}: no field declares it");

    public static readonly DiagnosticDescriptor NoSharedLayout =
        Create("DYN056", "Struct has no layout to share with the kernel", "`{0}` cannot be shared with the kernel: {1}");

    public static readonly DiagnosticDescriptor WrongFieldAttribute =
        Create("DYN057", "Attribute of a struct's field does not fit", "`{0}` does not fit `{1}`: {2}");

    public static readonly DiagnosticDescriptor WrongProgram =
        Create("DYN058", "Program does not fit its section", "`{0}` cannot be run by a skeleton: {1}");

    public static readonly DiagnosticDescriptor TakenName =
        Create("DYN059", "Name of generated code is taken", "`{0}` cannot have its {1}: {2}");

    /// <summary>The rule of the analyzer, said of a stub that is not there; the analyzer says it of calls.</summary>
    public static readonly DiagnosticDescriptor NeedsNewerKernel = Create(
        "DYN022",
        "Helper needs a newer kernel",
        "`{0}` is there since Linux {1}, and `{2}` is written for {3}: raise its `Kernel`, or do without the helper",
        "Dynptr.Program");

    /// <summary>Reports what cannot be filled. What has no name yet is not finished, and the compiler says so.</summary>
    /// <param name="report">Where to.</param>
    /// <param name="target">The type or method.</param>
    /// <param name="content">What it would be filled with.</param>
    /// <param name="obstacle">Why that cannot be.</param>
    public static void ReportUnfilled(Action<Diagnostic>? report, ISymbol target, string content, string obstacle)
    {
        if (target.Name.Length > 0)
            report?.Invoke(Diagnostic.Create(CannotFill, target.Locations[0], target.Name, content, obstacle));
    }

    private static DiagnosticDescriptor Create(string id, string title, string message, string category = "Dynptr.Generator") => new(
        id,
        title,
        message,
        category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/dynptr-analyzers/DynptrAnalyzers/blob/main/docs/rules/{id}.md");
}
