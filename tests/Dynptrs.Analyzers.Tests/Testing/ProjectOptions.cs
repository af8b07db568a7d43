using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>What the project file, a global configuration and <c>.editorconfig</c> files say, read as a build reads them.</summary>
/// <param name="files">The configuration files.</param>
internal sealed class ProjectOptions(AnalyzerConfigSet files) : AnalyzerConfigOptionsProvider
{
    /// <summary>A project that says nothing.</summary>
    public static ProjectOptions None { get; } = Parse();

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(files.GlobalConfigOptions.AnalyzerOptions);

    /// <summary>A project that says which kernel is the oldest that its programs must load on.</summary>
    public static ProjectOptions ForKernel(string version) =>
        Parse(("/.globalconfig", $"is_global = true\nbuild_property.BpfKernelVersion = {version}\n"));

    /// <summary>A project with these configuration files.</summary>
    public static ProjectOptions Parse(params IEnumerable<(string Path, string Text)> files) =>
        new(AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToImmutableArray()));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
        new Options(files.GetOptionsForSourcePath("/" + tree.FilePath).AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
