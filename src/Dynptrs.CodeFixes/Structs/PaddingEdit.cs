using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Structs;

/// <summary>Declares padding behind the member of a struct that it follows, and checks that nothing else has moved.</summary>
internal sealed class PaddingEdit
{
    private const string StructKind = "Dynptrs.Struct";

    private readonly FixContext _context;
    private readonly TypeDeclarationSyntax _type;
    private readonly StructLayout _before;
    private readonly int _index;

    private PaddingEdit(FixContext context, TypeDeclarationSyntax type, StructLayout before, int index)
    {
        _context = context;
        _type = type;
        _before = before;
        _index = index;
    }

    /// <summary>Finds where the padding goes, or answers <see langword="null"/> where fields are not members in a row.</summary>
    /// <param name="context">The code.</param>
    /// <param name="type">The struct.</param>
    /// <param name="next">The member that follows the padding, or <see langword="null"/> at the end.</param>
    public static PaddingEdit? TryCreate(FixContext context, TypeDeclarationSyntax type, MemberDeclarationSyntax? next)
    {
        if (context.Model.GetDeclaredSymbol(type, context.CancellationToken) is not { } symbol)
            return null;
        var layout = context.Layout(symbol);
        var holders = layout.Fields.Select(field => FindHolder(field, type)).ToList();
        if (layout.Size < 0 || holders.Contains(-1))
            return null;
        if (next is null)
            return new PaddingEdit(context, type, layout, holders.Max() + 1);
        var index = type.Members.IndexOf(next);
        var last = holders.Where(holder => holder < index).DefaultIfEmpty(index - 1).Max();
        return index < 0 ? null : new PaddingEdit(context, type, layout, last + 1);
    }

    /// <summary>The code with the fields, or <see langword="null"/> where they do not make the layout what it was.</summary>
    public FixContext? Insert(ImmutableArray<PaddingField> fields)
    {
        var mark = new SyntaxAnnotation(StructKind);
        var members = fields.Select(field => Declare(field)).ToList();
        var changed = _type.WithMembers(_type.Members.InsertRange(_index, members)).WithAdditionalAnnotations(mark);
        var after = _context.With(_context.Root.ReplaceNode(_type, changed));
        var type = (TypeDeclarationSyntax)after.Root.GetAnnotatedNodes(mark).Single();
        return IsAsBefore(after, type, fields) ? after.With(after.Root.ReplaceNode(type, type.WithoutAnnotations(StructKind))) : null;
    }

    /// <summary>The member that declares a field, or -1 where it is none of this part.</summary>
    private static int FindHolder(IFieldSymbol field, TypeDeclarationSyntax type)
    {
        var place = (field.AssociatedSymbol ?? field).Locations[0];
        return place.SourceTree == type.SyntaxTree ? type.Members.IndexOf(member => member.Span.Contains(place.SourceSpan)) : -1;
    }

    private MemberDeclarationSyntax Declare(PaddingField field)
    {
        var attributes = Name("Padding", "Dynptrs");
        if (_before.IsExplicit)
            attributes += $", {Name("FieldOffset", "System.Runtime.InteropServices")}({field.Offset})";
        var isReadOnly = _type.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
        var text = $"[{attributes}] private {(isReadOnly ? "readonly " : "")}{field.Type} {field.Name};";
        return SyntaxFactory.ParseMemberDeclaration(text)!
            .WithLeadingTrivia(GetLead())
            .WithTrailingTrivia(GetLineEnd() ?? SyntaxFactory.Space);
    }

    /// <summary>What comes before a member here: its indentation, and an empty line where members stand apart.</summary>
    private SyntaxTriviaList GetLead()
    {
        var lead = SyntaxFactory.TriviaList(
            _type.Members[0].GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } indentation
                ? [indentation]
                : []);
        var isApart = _type.Members.Count > 1 && _type.Members[1].GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
        return isApart && GetLineEnd() is { } lineEnd ? lead.Insert(0, lineEnd) : lead;
    }

    private SyntaxTrivia? GetLineEnd()
    {
        foreach (var trivia in _type.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return trivia;
        }

        return null;
    }

    private string Name(string attribute, string home) =>
        _context.Model
            .LookupNamespacesAndTypes(_type.OpenBraceToken.Span.End, name: attribute + "Attribute")
            .Any(symbol => symbol.ContainingNamespace.ToDisplayString() == home)
            ? attribute
            : $"global::{home}.{attribute}";

    private bool IsAsBefore(FixContext after, TypeDeclarationSyntax type, ImmutableArray<PaddingField> fields)
    {
        if (after.Model.GetDeclaredSymbol(type, after.CancellationToken) is not { } symbol || HasNewErrors(after, type))
            return false;
        var layout = after.Layout(symbol);
        var offsets = new Dictionary<string, int>();
        for (var i = 0; i < layout.Fields.Length; i++)
            offsets[layout.Fields[i].Name] = layout.Offsets[i];
        return layout.Size == _before.Size
            && layout.Alignment == _before.Alignment
            && layout.Fields.Length == _before.Fields.Length + fields.Length
            && _before.Fields.Zip(_before.Offsets, (field, offset) => (field.Name, offset))
                .Concat(fields.Select(field => (field.Name, offset: field.Offset)))
                .All(pair => offsets.TryGetValue(pair.Name, out var offset) && offset == pair.offset);
    }

    private bool HasNewErrors(FixContext after, TypeDeclarationSyntax type) =>
        CountErrors(after, type) > CountErrors(_context, _type);

    private static int CountErrors(FixContext context, TypeDeclarationSyntax type) =>
        context.Model
            .GetDiagnostics(type.FullSpan, context.CancellationToken)
            .Count(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
}
