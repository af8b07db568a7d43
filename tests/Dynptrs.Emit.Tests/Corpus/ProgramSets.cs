using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Emit.Tests.Corpus;

/// <summary>All programs of the repository: the corpus, the pairs, the samples, the examples of the rules, what must be evaluated once.</summary>
internal static class ProgramSets
{
    private static readonly Lazy<ImmutableArray<EmittedProgram>> Emitted =
        new(() => [.. All.SelectMany(set => set.EmitEach())], LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The sets.</summary>
    public static ImmutableArray<ProgramSet> All { get; } = [.. Read()];

    /// <summary>Each program as an object of its own.</summary>
    public static ImmutableArray<EmittedProgram> Programs => Emitted.Value;

    private static IEnumerable<ProgramSet> Read()
    {
        var shared = Files("tests/corpus/Declarations").Prepend(Repository.Corpus("Bpf.cs")).ToList();
        yield return new ProgramSet("corpus", Files("tests/corpus").Union(shared));
        yield return new ProgramSet("pairs", [.. shared, .. Files("tests/corpus/pairs"), .. Files("tests/corpus/pairs/Declarations")]);
        yield return new ProgramSet("Tour", FilesBelow("samples/Tour"), OutputKind.ConsoleApplication);
        yield return new ProgramSet("Pool", FilesBelow("samples/Pool"), OutputKind.ConsoleApplication);
        yield return new ProgramSet("Rejected", FilesBelow("samples/Rejected"));
        yield return new ProgramSet("effects", [Path.Combine(Goldens.Folder, "Effects.cs")]);
        yield return new ProgramSet("packet pointers", [Path.Combine(Goldens.Folder, "PacketPointers.cs")]);
        yield return new ProgramSet("masks", [Path.Combine(Goldens.Folder, "Masks.cs")]);
        yield return new ProgramSet("barriers", [Path.Combine(Goldens.Folder, "Barriers.cs")]);
        foreach (var rule in Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "rules")).Order(StringComparer.Ordinal))
        {
            if (Path.Combine(rule, "Accepted.cs") is var accepted && File.Exists(accepted))
            {
                var name = "rules/" + Path.GetFileName(rule);
                yield return new ProgramSet(name, [accepted, Path.Combine(Repository.Root, "tests", "rules", "Shared.cs")]);
            }
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs").Order(StringComparer.Ordinal);

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);
}
