using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Programs;

/// <summary>The oldest kernel that the programs of a project must load on: its <c>BpfKernelVersion</c>.</summary>
/// <remarks>
/// A project that does not say any is not limited. <c>[BpfHelpers(Kernel = …)]</c> is no answer: a project may have a class of stubs for each
/// kernel that it supports, and choose one when it runs.
/// </remarks>
internal sealed class ProjectKernel
{
    private readonly string? _text;

    private ProjectKernel(string? text)
    {
        _text = text;
        Version = KernelVersion.TryParse(text);
    }

    /// <summary>The version, or <see langword="null"/> for no limit.</summary>
    public KernelVersion? Version { get; }

    /// <summary>Reads what the project says.</summary>
    public static ProjectKernel Read(AnalyzerConfigOptions options) =>
        new(options.TryGetValue("build_property.BpfKernelVersion", out var text) && !string.IsNullOrWhiteSpace(text) ? text : null);

    /// <summary>Reports a text that is no version.</summary>
    public void Check(CompilationAnalysisContext context)
    {
        if (_text is not null && Version is null)
            context.ReportDiagnostic(Diagnostic.Create(ProgramDiagnostics.InvalidKernelVersion, Location.None, _text));
    }
}
