using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Dynptrs.Conformance.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>Takes a program out of its suite, with all that it names.</summary>
internal sealed class ProgramSource
{
    private readonly ILookup<string, MemberDeclarationSyntax> _members;
    private readonly string _usings;

    /// <param name="files">The files of the suite: one class, in one part or more.</param>
    public ProgramSource(IEnumerable<CorpusFile> files)
    {
        ImmutableArray<CompilationUnitSyntax> roots = [.. files.Select(file => (CompilationUnitSyntax)file.Tree.GetRoot())];
        _members = roots
            .SelectMany(root =>
                root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Parent is BaseNamespaceDeclarationSyntax))
            .SelectMany(Members)
            .SelectMany(Names, (member, name) => (name, member))
            .ToLookup(pair => pair.name, pair => pair.member);
        _usings = string.Join('\n', roots.SelectMany(root => root.Usings).Select(directive => directive.ToString()).Distinct());
    }

    public SyntaxTree Extract(string program)
    {
        if (!_members.Contains(program))
            throw new ArgumentException($"The suite has no member {program}.", nameof(program));
        var text = new StringBuilder(_usings).Append("\n\nnamespace Corpus;\n\ninternal static class Program\n{\n");
        foreach (var member in Reached(program))
            text.Append(member.ToFullString());
        return CSharpSyntaxTree.ParseText(text.Append("}\n").ToString(), CorpusCompilation.ParseOptions, program + ".cs");
    }

    /// <summary>The members that a program names, and those that these name, in the order of the source.</summary>
    private IEnumerable<MemberDeclarationSyntax> Reached(string program)
    {
        var pending = new Queue<string>([program]);
        var seen = new HashSet<string>(pending);
        var reached = new List<MemberDeclarationSyntax>();
        while (pending.TryDequeue(out var name))
        {
            foreach (var member in _members[name].Where(member => !reached.Contains(member)))
            {
                reached.Add(member);
                foreach (var token in member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
                {
                    if (seen.Add(token.ValueText))
                        pending.Enqueue(token.ValueText);
                }
            }
        }

        return reached.OrderBy(member => member.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(member => member.SpanStart);
    }

    /// <summary>The members of a class; those of a nested class of programs as if they stood around it.</summary>
    private static IEnumerable<MemberDeclarationSyntax> Members(TypeDeclarationSyntax type) => type.Members.SelectMany(member =>
        member is ClassDeclarationSyntax part
        && part.Members.OfType<MethodDeclarationSyntax>().Any(method => CorpusFile.Section(method) is not null)
            ? Members(part)
            : [member]);

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };
}
