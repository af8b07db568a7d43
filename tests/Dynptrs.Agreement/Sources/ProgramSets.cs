using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Dynptrs.Agreement.Sources;

/// <summary>The programs of the repository that are changed.</summary>
internal static class ProgramSets
{
    public static string Root { get; } = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static IEnumerable<ProgramSet> Read()
    {
        var shared = Files("tests/corpus/Declarations").Prepend(Path.Combine(Root, "tests/corpus/Bpf.cs")).ToList();
        yield return ProgramSet.Read("corpus", Root, Files("tests/corpus").Union(shared));
        yield return ProgramSet.Read("pairs", Root, [.. shared, .. Files("tests/corpus/pairs"), .. Files("tests/corpus/pairs/Declarations")]);
    }

    /// <summary>The programs below a folder.</summary>
    public static ProgramSet Read(string folder) => ProgramSet.Read(
        Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
        folder,
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.cs").Order(StringComparer.Ordinal);
}
