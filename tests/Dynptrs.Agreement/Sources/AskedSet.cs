using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Dynptrs.Agreement.Generation;
using Dynptrs.Agreement.Mutations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Agreement.Sources;

/// <summary>Programs that are compiled together, of which a kernel is asked.</summary>
/// <param name="Compilation">The compilation, which has no errors.</param>
/// <param name="Seed">What chance hangs on.</param>
/// <param name="Origin">Where the programs are from.</param>
/// <param name="Changed">What was done to the methods of which something is to be said, by file and name; nothing where none was.</param>
internal sealed record AskedSet(
    Compilation Compilation,
    string Seed,
    ProgramOrigin Origin,
    ImmutableDictionary<(string File, string Method), string>? Changed)
{
    // A mutation may be a mistake that the compiler sees, also where it meets another.
    private const int Attempts = 6;

    public static AskedSet Unchanged(ProgramSet set) => new(set.Compilation, "", ProgramOrigin.Files, null);

    /// <summary>Writes programs from one index to another.</summary>
    public static AskedSet Generate(int seed, int start, int end)
    {
        var programs = Enumerable.Range(start, end - start).Select(index => ProgramGenerator.Generate(seed, index)).ToList();
        var changed = programs.ToImmutableDictionary(program => (program.File, program.Name), program => program.Description);
        return new AskedSet(GeneratedCompilation.Of(programs), $"{seed}", ProgramOrigin.Generated, changed);
    }

    /// <summary>Changes the methods of all files, or of as many as it takes until so many are changed.</summary>
    public static AskedSet Make(ProgramSet set, string seed, int most)
    {
        var compilation = set.Compilation;
        var changed = ImmutableDictionary.CreateBuilder<(string, string), string>();
        foreach (var tree in set.Files.OrderBy(tree => RandomOf(seed, Path.GetFileName(tree.FilePath)).Next()))
        {
            if (changed.Count >= most)
                break;
            var methods = Mutator.Methods(tree.GetRoot()).ToList();
            var model = set.Compilation.GetSemanticModel(tree);
            var mutations = methods.ConvertAll(method =>
            {
                var random = RandomOf(seed, method.Identifier.Text);
                return random.Next(10) < (IsProgram(method) ? 8 : 4) ? Mutator.Mutate(method, model, random) : null;
            });
            if (TryApply(set.Compilation, tree, methods, mutations) is not { } mutated)
                continue;
            compilation = compilation.ReplaceSyntaxTree(tree, mutated);
            for (var i = 0; i < methods.Count; i++)
            {
                if (mutations[i] is { } mutation)
                    changed[(tree.FilePath, methods[i].Identifier.Text)] = mutation.Name;
            }
        }

        return new AskedSet(compilation, seed, ProgramOrigin.Changed, changed.ToImmutable());
    }

    /// <summary>Whether a method is a program, or a function of one: those bear its name in front of theirs.</summary>
    public static bool BelongsTo(string method, string program) =>
        method == program || method.StartsWith(program + "__", StringComparison.Ordinal);

    /// <summary>Chance that hangs on a name alone, so that programs which are added change no other.</summary>
    public Random RandomOf(string name) => RandomOf(Seed, name);

    /// <summary>What was done to a program and its functions; empty where nothing was.</summary>
    public string ChangesOf(IMethodSymbol program)
    {
        if (Changed is null)
            return "as it is";
        var file = program.Locations[0].SourceTree!.FilePath;
        return string.Join("; ", Changed
            .Where(change => change.Key.File == file && BelongsTo(change.Key.Method, program.Name))
            .Select(change => $"{change.Key.Method}: {change.Value}"));
    }

    private static Random RandomOf(string seed, string name) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {name}"))));

    /// <summary>Makes all changes but those that do not compile, which are taken out of the list.</summary>
    private static SyntaxTree? TryApply(
        Compilation compilation,
        SyntaxTree tree,
        List<MethodDeclarationSyntax> methods,
        List<(string Name, TextChange[] Changes)?> mutations)
    {
        for (var attempt = 0; attempt < Attempts && mutations.Exists(mutation => mutation is not null); attempt++)
        {
            var changes = mutations.SelectMany(mutation => mutation?.Changes ?? []).OrderBy(change => change.Span.Start);
            var mutated = tree.WithChangedText(tree.GetText().WithChanges(changes));
            var errors = compilation.ReplaceSyntaxTree(tree, mutated).GetSemanticModel(mutated).GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .ToList();
            var now = Mutator.Methods(mutated.GetRoot()).ToList();
            if (errors.Count == 0 && now.Count == methods.Count)
                return mutated;
            var wrong = now.Count != methods.Count
                ? []
                : Enumerable.Range(0, now.Count)
                    .Where(i => errors.Exists(error => now[i].FullSpan.Contains(error.Location.SourceSpan)))
                    .ToList();
            for (var i = 0; i < mutations.Count; i++)
            {
                if (wrong.Count == 0 || wrong.Contains(i))
                    mutations[i] = null;
            }
        }

        return null;
    }

    private static bool IsProgram(MethodDeclarationSyntax method) => method.AttributeLists.Any(list => list.Attributes.Any(attribute =>
        attribute.Name.ToString() is "BpfProgram"));
}
