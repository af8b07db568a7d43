using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Declarations;

/// <summary>Reads where generated members of a type go, and finds what keeps them from there.</summary>
internal static class TypeFrameReader
{
    /// <summary>The oldest language that all that is generated compiles with.</summary>
    public const LanguageVersion OldestLanguage = LanguageVersion.CSharp13;

    /// <summary>The frame of a type that <see cref="FindObstacle"/> has nothing against.</summary>
    /// <param name="type">The type.</param>
    /// <param name="attribute">The attribute that asks for generated code.</param>
    /// <param name="compilation">The compilation.</param>
    public static TypeFrame Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation)
    {
        var declarations = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
            declarations.Insert(0, Declare(current));
        return new TypeFrame(
            type.ContainingNamespace.IsGlobalNamespace
                ? ""
                : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
            new EquatableArray<string>([.. declarations]),
            GetHintName(type),
            type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().GetLeadingTrivia()
                .Any(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax)),
            ImportedNames.FindTaken(type, attribute.AttributeClass!.ContainingNamespace, compilation));
    }

    /// <summary>What keeps a type from being extended, as the end of a sentence, or <see langword="null"/>.</summary>
    public static string? FindObstacle(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < OldestLanguage } options)
                return $"generated code needs C# {OldestLanguage.ToDisplayString()} or later, and the project is written in C# {options.LanguageVersion.ToDisplayString()}: set <LangVersion>";
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
                return $"`{current.Name}` must be a type without type parameters";
            if (current.IsFileLocal)
                return $"`{current.Name}` must not be local to its file";
            if (!current.DeclaringSyntaxReferences.All(reference => IsPartial(reference.GetSyntax())))
                return $"`{current.Name}` must be partial";
        }

        return null;
    }

    /// <summary>
    /// Whether a type can be declared once more, in another file, whatever else <see cref="FindObstacle"/> has against it.
    /// </summary>
    public static bool CanDeclare(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || !current.DeclaringSyntaxReferences.All(reference => IsPartial(reference.GetSyntax())))
                return false;
        }

        return true;
    }

    /// <summary>The signatures of members may have pointers then, and are unsafe where the type is declared to be.</summary>
    private static bool IsUnsafe(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.UnsafeKeyword));

    private static bool IsPartial(SyntaxNode syntax) =>
        syntax is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string Declare(INamedTypeSymbol type)
    {
        var kind = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        return $"{(IsUnsafe(type) ? "unsafe " : "")}{(type.IsStatic ? "static " : "")}partial {kind} {Identifier.EscapeType(type.Name)}{SignatureText.TypeParameters(type.TypeParameters)}";
    }

    private static string GetHintName(INamedTypeSymbol type)
    {
        var name = new StringBuilder();
        foreach (var character in type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat))
            name.Append(char.IsLetterOrDigit(character) || character is '.' or '_' ? character : '-');
        return name.ToString();
    }
}
