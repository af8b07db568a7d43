using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Reach;

/// <summary>The names by which other files get at what a file declares.</summary>
internal static class DeclaredNames
{
    // Extensions that C# calls where nobody writes their names.
    private static readonly HashSet<string> CalledUnnamed =
    [
        "Add", "Deconstruct", "GetAsyncEnumerator", "GetAwaiter", "GetEnumerator", "GetPinnableReference",
        "Cast", "GroupBy", "GroupJoin", "Join", "OrderBy", "OrderByDescending", "Select", "SelectMany", "ThenBy", "ThenByDescending", "Where",
    ];

    /// <summary>Adds the names of a file's types and extensions, and of what it lets all files use without a qualifier.</summary>
    /// <returns>Whether they are all: there is nothing that other files get at without a name.</returns>
    public static bool TryAdd(SyntaxTree file, INamedTypeSymbol contracts, HashSet<string> names, CancellationToken cancellationToken)
    {
        if (file.GetRoot(cancellationToken) is not CompilationUnitSyntax unit)
            return true;
        foreach (var import in unit.Usings)
        {
            if (!import.GlobalKeyword.IsKind(SyntaxKind.None) && !TryAddImport(import, contracts, names))
                return false;
        }

        foreach (var node in unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (!TryAddDeclaration(node, names))
                return false;
        }

        return true;
    }

    /// <summary>Adds what a <c>global using</c> gives to all files. Nobody is asked what else a static class has, or an alias means.</summary>
    private static bool TryAddImport(UsingDirectiveSyntax import, INamedTypeSymbol contracts, HashSet<string> names)
    {
        if (import.Alias is { Name.Identifier.ValueText: var alias })
        {
            names.Add(alias);
            return true;
        }

        if (!import.StaticKeyword.IsKind(SyntaxKind.None))
            return false;
        foreach (var type in contracts.ContainingAssembly.TypeNames)
            AddType(type, names);
        return true;
    }

    private static bool TryAddDeclaration(SyntaxNode node, HashSet<string> names)
    {
        switch (node)
        {
            case TypeDeclarationSyntax type when type.Identifier.IsKind(SyntaxKind.None):
                // An extension block: its members are used on types that other files name.
                return type.Members.All(member => TryAddExtension(member, names));
            case BaseTypeDeclarationSyntax type:
                AddType(type.Identifier.ValueText, names);
                return true;
            case DelegateDeclarationSyntax @delegate:
                names.Add(@delegate.Identifier.ValueText);
                return true;
            case MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: var modifiers }, ..] } method
                when modifiers.Any(SyntaxKind.ThisKeyword):
                return TryAddExtension(method, names);
            default:
                return true;
        }
    }

    private static bool TryAddExtension(MemberDeclarationSyntax member, HashSet<string> names)
    {
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => null,
        };
        if (name is null || CalledUnnamed.Contains(name))
            return false;
        names.Add(name);
        return true;
    }

    /// <summary>Adds the name of a type, without the suffix that an attribute is named without, too.</summary>
    private static void AddType(string name, HashSet<string> names)
    {
        const string Suffix = "Attribute";
        names.Add(name);
        if (name.EndsWith(Suffix, System.StringComparison.Ordinal))
            names.Add(name.Substring(0, name.Length - Suffix.Length));
    }
}
