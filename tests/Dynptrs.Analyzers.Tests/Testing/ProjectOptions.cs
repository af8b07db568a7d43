using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>What the project file says.</summary>
/// <param name="kernel">Its <c>BpfKernelVersion</c>, or <see langword="null"/> where it has none.</param>
internal sealed class ProjectOptions(string? kernel) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(kernel);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Properties(string? kernel) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.BpfKernelVersion" ? kernel : null;
            return value is not null;
        }
    }
}
