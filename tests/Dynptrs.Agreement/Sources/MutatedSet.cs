using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Dynptrs.Agreement.Mutations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Agreement.Sources;

/// <summary>A set in which many methods were changed, each for itself.</summary>
/// <param name="Compilation">The compilation, which has no errors.</param>
/// <param name="Seed">What chance hangs on.</param>
/// <param name="Changed">What was done to the methods that were changed, by file and name; nothing where none was.</param>
internal sealed record MutatedSet(Compilation Compilation, string Seed, ImmutableDictionary<(string File, string Method), string>? Changed)
{
    // A mutation may be a mistake that the compiler sees, also where it meets another.
    private const int Attempts = 6;

    public static MutatedSet Unchanged(ProgramSet set) => new(set.Compilation, "", null);

    /// <summary>Changes the methods of all files, or of as many as it takes until so many are changed.</summary>
    public static MutatedSet Make(ProgramSet set, string seed, int most)
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

        return new MutatedSet(compilation, seed, changed.ToImmutable());
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
