using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Dynptrs.Fuzz.Sources;

/// <summary>The files to mutate: programs, what the rules reject and accept, the samples, and ordinary code.</summary>
internal sealed class SourceFiles
{
    private static readonly string Root = typeof(SourceFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The kinds of files, each with how often one of them is taken.</summary>
    private readonly ImmutableArray<(int Weight, ImmutableArray<SourceFile> Files)> _kinds;

    private SourceFiles(ImmutableArray<(int Weight, ImmutableArray<SourceFile> Files)> kinds) => _kinds = kinds;

    public static SourceFiles Read(string filter) => new(
    [
        .. new (int Weight, IEnumerable<SourceFile> Files)[]
        {
            (5, Corpus()), (3, Rules()), (2, Samples()), (1, Alone("src/Dynptrs.Runtime")), (1, Alone("src/Dynptrs.Verifier")),
        }
            .Select(kind => (kind.Weight, kind.Files
                .Where(file => file.Path.Contains(filter, StringComparison.Ordinal))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .ToImmutableArray()))
            .Where(kind => !kind.Item2.IsEmpty),
    ]);

    public SourceFile Find(string path) => _kinds.SelectMany(kind => kind.Files).First(file => file.Path == path);

    public SourceFile Pick(Random random)
    {
        var left = random.Next(_kinds.Sum(kind => kind.Weight));
        var i = 0;
        while (left >= _kinds[i].Weight)
            left -= _kinds[i++].Weight;
        return _kinds[i].Files[random.Next(_kinds[i].Files.Length)];
    }

    private static IEnumerable<SourceFile> Corpus()
    {
        var shared = Files("tests/corpus/Declarations").Append("tests/corpus/Bpf.cs").Select(Load).ToImmutableArray();
        foreach (var path in Files("tests/corpus", SearchOption.TopDirectoryOnly).Concat(Files("tests/corpus/pairs")))
        {
            // A part of a class comes with the part that declares what all share.
            var name = Path.GetFileName(path);
            var first = Path.Combine(Path.GetDirectoryName(path)!, name[..name.IndexOf('.')] + ".cs");
            yield return Make(path, first == path || !File.Exists(Path.Combine(Root, first)) ? shared : shared.Add(Load(first)));
        }
    }

    private static IEnumerable<SourceFile> Rules()
    {
        var shared = ImmutableArray.Create(Load("tests/rules/Shared.cs"));
        return Files("tests/rules").Select(path => Make(path, shared));
    }

    private static IEnumerable<SourceFile> Samples()
    {
        foreach (var sample in new[] { "samples/Pool", "samples/Rejected", "samples/Tour" })
        {
            var all = Files(sample).Select(Load).ToImmutableArray();
            foreach (var (path, _) in all)
                yield return Make(path, all);
        }
    }

    /// <summary>Files that are compiled one by one against the assemblies that they are a part of.</summary>
    private static IEnumerable<SourceFile> Alone(string folder) => Files(folder).Select(path => Make(path, []));

    private static IEnumerable<string> Files(string folder, SearchOption depth = SearchOption.AllDirectories) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", depth)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static SourceFile Make(string path, ImmutableArray<(string Path, string Text)> others) =>
        new(path, Load(path).Text, others.RemoveAll(other => other.Path == path));

    private static (string Path, string Text) Load(string path) => (path, File.ReadAllText(Path.Combine(Root, path)));
}
