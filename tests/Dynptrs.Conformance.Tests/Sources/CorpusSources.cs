using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Dynptrs.Testing;

namespace Dynptrs.Conformance.Tests.Sources;

/// <summary>The files of the corpus.</summary>
internal static class CorpusSources
{
    private const string ByLanguageFolder = "by-language";

    /// <summary>The files that the analyzer is run on: the suites, and the declarations that they share.</summary>
    public static ImmutableArray<CorpusFile> Valid { get; } = Read("", "Declarations");

    /// <summary>The files of what C# itself refuses, each compiled apart, with the shared declarations only.</summary>
    public static ImmutableArray<CorpusFile> ByLanguage { get; } = Read(ByLanguageFolder);

    public static ImmutableArray<CorpusFile> Shared { get; } = [.. Valid.Where(file => file.Suite is null)];

    private static ImmutableArray<CorpusFile> Read(params string[] folders) =>
    [
        .. folders
            .Select(Repository.Corpus)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs"))
            .Order(System.StringComparer.Ordinal)
            .Select(CorpusFile.Read),
    ];
}
