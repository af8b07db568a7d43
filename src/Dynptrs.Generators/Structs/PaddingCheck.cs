using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>Finds bytes of a struct that no field declares.</summary>
internal static class PaddingCheck
{
    /// <summary>Reports each run of bytes that no field declares.</summary>
    public static void Run(INamedTypeSymbol type, StructLayouts layouts, Action<Diagnostic> report)
    {
        var layout = layouts.Of(type);
        if (StructLayout.InlineArrayLength(type) < 0)
        {
            foreach (var (offset, length, next) in FindGaps(layout, layouts))
            {
                var place = next is null ? "at its end" : $"before `{NameOf(next)}`";
                var properties = new HiddenPadding(offset, length, layout.Alignment).Write();
                report(Diagnostic.Create(
                    GeneratorDiagnostics.HiddenPadding,
                    Locate(next) ?? type.Locations[0],
                    properties,
                    type.Name,
                    Bytes(length),
                    offset,
                    place));
            }
        }

        for (var i = 0; i < layout.Fields.Length; i++)
        {
            if (FindInside(layout.Fields[i].Type, layouts) is var (inner, offset, length))
            {
                report(Diagnostic.Create(
                    GeneratorDiagnostics.HiddenPadding,
                    Locate(layout.Fields[i])!,
                    type.Name,
                    Bytes(length),
                    layout.Offsets[i] + offset,
                    $"inside of `{inner.Name}`"));
            }
        }
    }

    /// <summary>The first gap inside of a field's type. Of one that is a BPF struct itself, it is reported there.</summary>
    private static (INamedTypeSymbol Type, int Offset, int Length)? FindInside(ITypeSymbol type, StructLayouts layouts)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named
            || StructAttributes.Has(named, StructParser.AttributeName))
        {
            return null;
        }

        var layout = layouts.Of(named);
        if (StructLayout.InlineArrayLength(named) < 0 && FindGaps(layout, layouts).FirstOrDefault() is { Length: > 0 } gap)
            return (named, gap.Offset, gap.Length);
        for (var i = 0; i < layout.Fields.Length; i++)
        {
            if (FindInside(layout.Fields[i].Type, layouts) is var (inner, offset, length))
                return (inner, layout.Offsets[i] + offset, length);
        }

        return null;
    }

    private static IEnumerable<(int Offset, int Length, IFieldSymbol? Next)> FindGaps(StructLayout layout, StructLayouts layouts)
    {
        var end = 0;
        foreach (var (field, offset) in layout.Fields
            .Zip(layout.Offsets, static (field, offset) => (field, offset))
            .OrderBy(static pair => pair.offset))
        {
            if (offset > end)
                yield return (end, offset - end, field);
            end = Math.Max(end, offset + SizeOf(field, layouts));
        }

        if (layout.Size > end)
            yield return (end, layout.Size - end, null);
    }

    private static int SizeOf(IFieldSymbol field, StructLayouts layouts) => field.IsFixedSizeBuffer
        && field.Type is IPointerTypeSymbol element
            ? layouts.Measure(element.PointedAtType).Size * field.FixedSize
            : layouts.Measure(field.Type).Size;

    private static string NameOf(IFieldSymbol field) => field.AssociatedSymbol?.Name ?? field.Name;

    private static Location? Locate(IFieldSymbol? field) =>
        field is null ? null : field.AssociatedSymbol?.Locations[0] ?? field.Locations[0];

    private static string Bytes(int count) => count == 1 ? "1 byte" : $"{count.ToString(CultureInfo.InvariantCulture)} bytes";
}
