using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Structs;

/// <summary>DYN055: declares the padding of a struct as fields.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HiddenPaddingFix)), Shared]
public sealed class HiddenPaddingFix : ContractFixProvider
{
    /// <summary>More are no padding of a few bytes, which a person would rather declare as a buffer.</summary>
    private const int MostFields = 8;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN055"];

    /// <summary>The member that the padding lies before, or the struct that it ends.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree == context.Root.SyntaxTree
        && HiddenPadding.TryRead(diagnostic) is not null
        && context.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            ? [member]
            : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var fields = Split(HiddenPadding.TryRead(diagnostic)!.Value);
        var (type, next) = places[0] is TypeDeclarationSyntax end
            ? (end, null)
            : (places[0].Parent as TypeDeclarationSyntax, (MemberDeclarationSyntax)places[0]);
        if (fields.Length > MostFields || type is null || PaddingEdit.TryCreate(context, type, next) is not { } edit)
            yield break;
        if (edit.Insert(fields) is { } after)
        {
            yield return new Fix(
                fields.Length == 1 ? "Declare the padding as a field" : "Declare the padding as fields", nameof(HiddenPaddingFix), after);
        }
    }

    /// <summary>The largest integers that fit, each at a multiple of its size, none with a larger alignment than the struct has.</summary>
    private static ImmutableArray<PaddingField> Split(HiddenPadding padding)
    {
        var fields = ImmutableArray.CreateBuilder<PaddingField>();
        var (offset, length, alignment) = padding;
        for (var end = offset + length; offset < end && fields.Count <= MostFields;)
        {
            var size = new[] { 8, 4, 2, 1 }.First(size => size <= alignment && size <= end - offset && offset % size == 0);
            fields.Add(new PaddingField(offset, size));
            offset += size;
        }

        return fields.ToImmutable();
    }
}
