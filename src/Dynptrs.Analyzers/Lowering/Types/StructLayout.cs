using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Types;

/// <summary>The layout of a struct: its instance fields in the order of the declaration and where they lie.</summary>
internal sealed class StructLayout
{
    private const int Unknown = -1;
    private const int PointerSize = 8;

    private StructLayout(ImmutableArray<IFieldSymbol> fields, ImmutableArray<int> offsets, int size, int alignment, bool isExplicit)
    {
        Fields = fields;
        Offsets = offsets;
        Size = size;
        Alignment = alignment;
        IsExplicit = isExplicit;
    }

    /// <summary>The instance fields in the order of the declaration.</summary>
    public ImmutableArray<IFieldSymbol> Fields { get; }

    /// <summary>The offset of each field in bytes, or -1 where it is not fixed.</summary>
    public ImmutableArray<int> Offsets { get; }

    /// <summary>The size in bytes, or -1.</summary>
    public int Size { get; }

    /// <summary>The alignment in bytes.</summary>
    public int Alignment { get; }

    /// <summary>Whether fields may overlap.</summary>
    public bool IsExplicit { get; }

    /// <summary>The length of an inline array, or -1 for another type.</summary>
    public static int InlineArrayLength(ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Struct)
            return Unknown;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "InlineArrayAttribute" } known
                && known.ContainingNamespace is { Name: "CompilerServices" }
                && attribute.ConstructorArguments is [{ Value: int length }])
            {
                return length;
            }
        }

        return Unknown;
    }

    /// <summary>Computes the layout of a struct.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="metadata">Reads the layout of structs of referenced assemblies.</param>
    /// <param name="measure">Gives size and alignment of a field's type; a size of -1 where it is not fixed.</param>
    public static StructLayout Of(INamedTypeSymbol type, MetadataLayout metadata, Func<ITypeSymbol, (int Size, int Alignment)> measure)
    {
        var fields = InstanceFields(type);
        var isSource = !type.DeclaringSyntaxReferences.IsEmpty;
        var declared = isSource ? Declared(type) : type.IsTupleType ? null : metadata.Read(type);
        var (kind, pack, declaredSize) = declared ?? new DeclaredLayout(LayoutKind.Auto, 0, 0);
        var isKnown = kind != LayoutKind.Auto;
        var offsets = ImmutableArray.CreateBuilder<int>(fields.Length);
        int end = 0, alignment = 1;
        foreach (var field in fields)
        {
            var (size, fieldAlignment) = field switch
            {
                { RefKind: not RefKind.None } => (PointerSize, PointerSize),
                { IsFixedSizeBuffer: true, Type: IPointerTypeSymbol element } => Repeat(measure(element.PointedAtType), field.FixedSize),
                _ => measure(field.Type),
            };
            if (size < 0 || field is { RefKind: RefKind.None, Type.IsReferenceType: true })
                isKnown = false;
            if (pack > 0)
                fieldAlignment = Math.Min(fieldAlignment, pack);
            alignment = Math.Max(alignment, fieldAlignment);
            var offset = kind != LayoutKind.Explicit ? Align(end, fieldAlignment)
                : isSource ? ExplicitOffset(field)
                : metadata.GetOffset(field);
            end = Math.Max(end, offset + Math.Max(size, 0));
            offsets.Add(offset);
        }

        if (InlineArrayLength(type) is var length and > 0 && fields is [var single])
            end = Repeat(measure(single.Type), length).Size;
        if (!isKnown)
        {
            for (var i = 0; i < offsets.Count; i++)
                offsets[i] = Unknown;
        }

        var total = isKnown ? Math.Max(Math.Max(Align(end, alignment), declaredSize), 1) : Unknown;
        return new StructLayout(fields, offsets.ToImmutable(), total, alignment, kind == LayoutKind.Explicit);
    }

    private static ImmutableArray<IFieldSymbol> InstanceFields(INamedTypeSymbol type)
    {
        var fields = ImmutableArray.CreateBuilder<IFieldSymbol>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, IsConst: false } field
                && (field.CorrespondingTupleField is null || SymbolEqualityComparer.Default.Equals(field, field.CorrespondingTupleField)))
                fields.Add(field);
        }

        return fields.ToImmutable();
    }

    private static DeclaredLayout? Declared(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "StructLayoutAttribute" } || attribute.ConstructorArguments is not [var argument])
                continue;
            int pack = 0, size = 0;
            foreach (var named in attribute.NamedArguments)
            {
                if (named.Key == "Pack" && named.Value.Value is int packValue)
                    pack = packValue;
                if (named.Key == "Size" && named.Value.Value is int sizeValue)
                    size = sizeValue;
            }

            var kind = argument.Value switch
            {
                int value => (LayoutKind)value,
                short value => (LayoutKind)value,
                _ => LayoutKind.Sequential,
            };
            return new(kind, pack, size);
        }

        return new(type.IsTupleType ? LayoutKind.Auto : LayoutKind.Sequential, 0, 0);
    }

    private static int ExplicitOffset(IFieldSymbol field)
    {
        foreach (var attribute in field.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FieldOffsetAttribute" } && attribute.ConstructorArguments is [{ Value: int offset }])
                return offset;
        }

        return 0;
    }

    private static (int Size, int Alignment) Repeat((int Size, int Alignment) element, int count) =>
        (element.Size < 0 ? Unknown : element.Size * count, element.Alignment);

    private static int Align(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
