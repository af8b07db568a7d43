using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Structs;

/// <summary>Documents accessors, in the words that stand at their field.</summary>
internal static class AccessorDocumentation
{
    /// <summary>What is said of the field, if anything is.</summary>
    public static ImmutableArray<string> OfWhole(IFieldSymbol field)
    {
        var own = ReadLines(field);
        var remark = $"/// <remarks>In host order; <see cref=\"{Identifier.Escape(field.Name)}\"/> holds it in network order.</remarks>";
        return own.IsEmpty ? [$"/// <summary><see cref=\"{Identifier.Escape(field.Name)}\"/>, in host order.</summary>"] : own.Add(remark);
    }

    /// <summary>What is said of some bits.</summary>
    public static ImmutableArray<string> OfBits(IFieldSymbol field, AttributeData attribute, int offset, int width)
    {
        var bits = width == 1 ? $"Bit {offset}" : $"Bits {offset} to {offset + width - 1}";
        var place = $"{bits} of <see cref=\"{Identifier.Escape(field.Name)}\"/>.";
        return attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Summary").Value.Value is string summary
            ? [$"/// <summary>{summary.Replace("\r", "").Replace('\n', ' ')}</summary>", $"/// <remarks>{place}</remarks>"]
            : [$"/// <summary>{place}</summary>"];
    }

    private static ImmutableArray<string> ReadLines(IFieldSymbol field)
    {
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } declaration)
            return [];
        // Where the compiler is not asked for documentation, it reads it as common comments.
        var text = string.Concat(declaration.GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(trivia => trivia.ToFullString() + "\n"));
        return [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal))];
    }
}
