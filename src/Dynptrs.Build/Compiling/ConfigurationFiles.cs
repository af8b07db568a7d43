using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Build.Compiling;

/// <summary>What <c>.editorconfig</c> files and global configurations say: severities and options.</summary>
internal sealed class ConfigurationFiles
{
    private readonly AnalyzerConfigSet _set;

    private ConfigurationFiles(AnalyzerConfigSet set)
    {
        _set = set;
        Severities = new SeverityProvider(set);
        Options = new OptionsProvider(set);
    }

    /// <summary>The severities.</summary>
    public SyntaxTreeOptionsProvider Severities { get; }

    /// <summary>The options.</summary>
    public AnalyzerConfigOptionsProvider Options { get; }

    /// <summary>Reads files.</summary>
    public static ConfigurationFiles Read(IEnumerable<string> paths)
    {
        var files = new List<AnalyzerConfig>();
        foreach (var path in paths.Where(File.Exists))
        {
            using var stream = File.OpenRead(path);
            files.Add(AnalyzerConfig.Parse(SourceText.From(stream), path));
        }

        return new ConfigurationFiles(AnalyzerConfigSet.Create(files));
    }

    private sealed class SeverityProvider(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree,
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class OptionsProvider(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        private readonly Dictionary<string, AnalyzerConfigOptions> _files = new(StringComparer.Ordinal);

        public override AnalyzerConfigOptions GlobalOptions { get; } = new FileOptions(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GetOptions(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GetOptions(textFile.Path);

        private AnalyzerConfigOptions GetOptions(string path)
        {
            lock (_files)
            {
                if (!_files.TryGetValue(path, out var options))
                {
                    // Options of a file hold for it before those of the project.
                    var own = set.GetOptionsForSourcePath(path).AnalyzerOptions;
                    _files[path] = options = new FileOptions(set.GlobalConfigOptions.AnalyzerOptions.SetItems(own));
                }

                return options;
            }
        }
    }

    private sealed class FileOptions(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
