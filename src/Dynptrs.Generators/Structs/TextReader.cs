using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>Says what the text of a struct shows of each field.</summary>
internal static class TextReader
{
    public static EquatableArray<TextPart> Read(StructLayout layout, ImmutableArray<BitAccessor> accessors)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        foreach (var field in layout.Fields.Where(field => FieldNames.HasMeaning(field)
            && (field.IsFixedSizeBuffer || field.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer))))
        {
            var name = FieldNames.NameOf(field);
            var views = accessors.Where(accessor => accessor.Field == name).ToList();
            // Where there are bit fields, the whole says nothing more.
            var shown = views.Where(accessor => !accessor.IsWhole).DefaultIfEmpty(views.FirstOrDefault()).OfType<BitAccessor>().ToList();
            parts.AddRange(shown.Select(accessor => new TextPart(accessor.Name, Identifier.Escape(accessor.Name))));
            if (shown.Count == 0 && field.CanBeReferencedByName | field.AssociatedSymbol is not null)
                parts.Add(new TextPart(FieldNames.Publish(name), Show(field, Identifier.Escape(name))));
        }

        return new EquatableArray<TextPart>(parts.ToImmutable());
    }

    private static string Show(IFieldSymbol field, string name)
    {
        if (field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol buffer)
            return $"\"{buffer.PointedAtType.ToDisplayString()}[{field.FixedSize}]\"";
        if (StructLayout.InlineArrayLength(field.Type) < 0
            || field.Type.GetMembers("ToString").Any(member => member is IMethodSymbol { IsOverride: true }))
        {
            return name;
        }

        var element = field.Type.GetMembers().OfType<IFieldSymbol>().First(candidate => !candidate.IsStatic).Type;
        // A colon would begin a format, outside of parentheses.
        return element.SpecialType == SpecialType.System_Byte
            ? $"(global::System.Convert.ToHexString({name}))"
            : $"(string.Join(\" \", ((global::System.ReadOnlySpan<{element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>){name}).ToArray()))";
    }
}
