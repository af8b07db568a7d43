using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Parsing;

/// <summary>Reads a class that carries <c>[BpfHelpers]</c>; shared by the generator and the analyzer that reports what is wrong with it.</summary>
internal static class TargetParser
{
    public const string AttributeName = "Dynptrs.BpfHelpersAttribute";

    /// <summary>The model of a class that can be filled, else <see langword="null"/>.</summary>
    public static StubTarget? TryParse(INamedTypeSymbol type, AttributeData attribute)
    {
        if (!type.IsStatic || FindObstacle(type) is not null)
            return null;
        var declarations = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
            declarations.Insert(0, Declare(current));
        return new StubTarget(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            new EquatableArray<string>([.. declarations]),
            GetHintName(type),
            KernelVersion.TryParse(GetKernel(attribute)),
            type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().GetLeadingTrivia().Any(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax)));
    }

    /// <summary>The version that the attribute names, as written.</summary>
    public static string? GetKernel(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Kernel").Value.Value as string;

    /// <summary>The first type, from the class outwards, that keeps the class from being filled: not partial, or generic.</summary>
    public static INamedTypeSymbol? FindObstacle(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType || !current.DeclaringSyntaxReferences.All(reference => IsPartial(reference.GetSyntax())))
                return current;
        }

        return null;
    }

    private static bool IsPartial(SyntaxNode syntax) => syntax is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

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
        return $"{(type.IsStatic ? "static " : "")}partial {kind} {SyntaxFacts.GetKeywordKind(type.Name) switch { SyntaxKind.None => "", _ => "@" }}{type.Name}";
    }

    private static string GetHintName(INamedTypeSymbol type)
    {
        var name = new StringBuilder();
        foreach (var character in type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat))
            name.Append(char.IsLetterOrDigit(character) || character is '.' or '_' ? character : '-');
        return name.Append(".BpfHelpers.g.cs").ToString();
    }
}
