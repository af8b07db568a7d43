using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Dynptrs.Emit.Programs;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Testing;

namespace Dynptrs.Emit.Tests;

/// <summary>Programs whose C is compared as a whole.</summary>
internal static class Goldens
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Dynptrs.Emit.Tests", "Golden");

    public static ImmutableArray<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal)];

    public static ProgramSet Compile() => new("golden", Files);

    public static ProgramSet Compile(string name) => new(name, [Path.Combine(Folder, name + ".cs")]);

    public static ImmutableArray<EmittedObject> Emit(ProgramSet set) =>
        new ProgramEmitter(set.Compilation, new EmissionOptions { Lines = LineStyle.Functions }).Emit();
}
