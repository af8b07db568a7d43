using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Conformance.Tests.Sources;

/// <summary>A source file of the corpus with its marks. A suite's file bears its name: <c>dynptr_fail.cs</c>.</summary>
internal sealed class CorpusFile
{
    private CorpusFile(SyntaxTree tree)
    {
        Tree = tree;
        Marks = MarkReader.Read(tree);
        var name = Path.GetFileName(tree.FilePath).Split('.')[0];
        Suite = CaseTable.Suites.Contains(name) ? name : null;
        Programs = [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => Section(method) is not null)];
    }

    public SyntaxTree Tree { get; }

    public ImmutableArray<Mark> Marks { get; }

    /// <summary>The suite, or <see langword="null"/> for declarations that all suites share.</summary>
    public string? Suite { get; }

    /// <summary>The methods with a section, in their order.</summary>
    public ImmutableArray<MethodDeclarationSyntax> Programs { get; }

    public static CorpusFile Read(string path)
    {
        var name = Path.GetRelativePath(Repository.Corpus(""), path).Replace('\\', '/');
        return new CorpusFile(CSharpSyntaxTree.ParseText(File.ReadAllText(path), CorpusCompilation.ParseOptions, name));
    }

    /// <summary>The section string of a program, or <see langword="null"/> for another method.</summary>
    public static string? Section(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => attribute.Name.ToString() == "BpfProgram")
        .Select(attribute => ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Token.ValueText)
        .FirstOrDefault();

    /// <summary>The member of a case that a mark stands in: the innermost one around it that belongs to a case.</summary>
    public CaseMember? MemberOf(Mark mark)
    {
        if (Suite is null)
            return null;
        return Tree.GetRoot().FindToken(mark.Span.Start).Parent!.AncestorsAndSelf()
            .Select(node => Name(node) is { } name ? CaseMember.Parse(Suite, name) : null)
            .FirstOrDefault(member => member is not null);
    }

    private static string? Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        _ => null,
    };
}
