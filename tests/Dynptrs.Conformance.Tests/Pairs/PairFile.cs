using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Conformance.Tests.Pairs;

/// <summary>Programs in C#, with their marks, and the same programs in BPF C.</summary>
internal sealed partial class PairFile
{
    private const string Folder = "pairs";
    private const string Separator = "__";

    private PairFile(string path)
    {
        Tree = Parse(path);
        Name = Path.GetFileNameWithoutExtension(path);
        Marks = MarkReader.Read(Tree);
        Members =
        [
            .. Tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
                .Select(member =>
                    (Name: NameOf(member), Section: member is MethodDeclarationSyntax method ? CorpusFile.Section(method) : null))
                .Where(member => member.Name is not null)
                .Select(member => (member.Name!, member.Section)),
        ];
        var counterpart = Path.ChangeExtension(path, ".bpf.c");
        Counterparts = File.Exists(counterpart)
            ? Program()
                .Matches(File.ReadAllText(counterpart))
                .ToImmutableDictionary(match => match.Groups["name"].Value, match => match.Groups["section"].Value)
            : [];
    }

    /// <summary>All files, without the declarations that they share.</summary>
    public static ImmutableArray<PairFile> All { get; } = [.. Paths("").Select(path => new PairFile(path))];

    /// <summary>The declarations that the files share.</summary>
    public static ImmutableArray<SyntaxTree> Declarations { get; } = [.. Paths("Declarations").Select(Parse)];

    /// <summary>The name of both files, without their extensions.</summary>
    public string Name { get; }

    public SyntaxTree Tree { get; }

    public ImmutableArray<Mark> Marks { get; }

    /// <summary>All members in C#, and the sections of those that are programs.</summary>
    public ImmutableArray<(string Name, string? Section)> Members { get; }

    /// <summary>The sections of the programs in C by their names.</summary>
    public ImmutableDictionary<string, string> Counterparts { get; }

    public static string PathOf(string file) => Repository.Corpus(Path.Combine(Folder, file));

    /// <summary>The name of the program that a mark belongs to: that of the member around it, up to <c>__</c>.</summary>
    public static string? ProgramOf(Mark mark) => mark.Tree.GetRoot().FindToken(mark.Span.Start).Parent!.AncestorsAndSelf()
        .Select(NameOf)
        .Select(name => name?.Split(Separator)[0])
        .LastOrDefault(name => name is not null && PairTable.ByProgram.ContainsKey(name));

    public static ImmutableArray<string> RulesOf(IEnumerable<Mark> marks) =>
        [.. marks.Select(mark => mark.Id).Distinct().Order(StringComparer.Ordinal)];

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<string> Paths(string folder) => Directory.GetFiles(PathOf(folder), "*.cs").Order(StringComparer.Ordinal);

    private static SyntaxTree Parse(string path) =>
        CSharpSyntaxTree.ParseText(
            File.ReadAllText(path), CorpusCompilation.ParseOptions, Path.GetRelativePath(Repository.Corpus(""), path).Replace('\\', '/'));

    [GeneratedRegex(@"^SEC\(""(?<section>[^""]+)""\)\n(?:int|void) (?:BPF_PROG\()?(?<name>\w+)[(,)]", RegexOptions.Multiline)]
    private static partial Regex Program();
}
