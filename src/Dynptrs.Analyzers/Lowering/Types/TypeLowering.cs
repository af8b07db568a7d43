using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Types;

/// <summary>Gives the IR's types for those of C#. Answers are kept for the compilation, so that equal types are one object.</summary>
internal sealed class TypeLowering(KnownTypes known, MetadataLayout metadata)
{
    /// <summary>A struct of more cells is not followed field by field, unless its fields are what is verified.</summary>
    private const int MaxCells = 32;

    /// <summary>A struct of more cells is followed in no case: nothing of that size is a variable of a program.</summary>
    private const int MostCells = 1024;

    /// <summary>How deep structs lie inside of others; the types in a generic one may have no end.</summary>
    private const int MostNested = 64;

    private readonly ConcurrentDictionary<ITypeSymbol, IrType> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, StructLayout> _layouts = new(SymbolEqualityComparer.Default);
    private readonly ThreadLocal<int> _cuts = new();
    private readonly ConcurrentDictionary<(IrType Element, bool IsReadOnly), PointerType> _pointers = new();

    /// <summary>The type of a value.</summary>
    public IrType IrTypeOf(ITypeSymbol type)
    {
        if (Scalar(type) is { } scalar)
            return scalar;
        if (type.IsReferenceType && type.TypeKind != TypeKind.Array)
            return HandleType.Instance;
        if (_types.TryGetValue(type, out var lowered))
            return lowered;
        lowered = LowerOnce(type, null);
        return _types.GetOrAdd(type, lowered);
    }

    /// <summary>A pointer to values of a type.</summary>
    public PointerType Pointer(IrType element, bool isReadOnly) =>
        _pointers.TryGetValue((element, isReadOnly), out var pointer)
            ? pointer
            : _pointers.GetOrAdd((element, isReadOnly), new PointerType(element, isReadOnly));

    /// <summary>The type as an integer, or <see langword="null"/> where it is none.</summary>
    public static ScalarType? Scalar(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarType.Bool,
        SpecialType.System_SByte => ScalarType.I8,
        SpecialType.System_Byte => ScalarType.U8,
        SpecialType.System_Int16 => ScalarType.I16,
        SpecialType.System_UInt16 or SpecialType.System_Char => ScalarType.U16,
        SpecialType.System_Int32 => ScalarType.I32,
        SpecialType.System_UInt32 => ScalarType.U32,
        SpecialType.System_Int64 or SpecialType.System_IntPtr => ScalarType.I64,
        SpecialType.System_UInt64 or SpecialType.System_UIntPtr => ScalarType.U64,
        _ => type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? Scalar(underlying) : null,
    };

    /// <summary>The layout of a struct.</summary>
    public StructLayout Layout(INamedTypeSymbol type) => Layout(type, ImmutableStack<INamedTypeSymbol>.Empty, 0);

    private StructLayout Layout(INamedTypeSymbol type, ImmutableStack<INamedTypeSymbol> enclosing, int depth)
    {
        if (_layouts.TryGetValue(type, out var layout))
            return layout;
        var inside = enclosing.Push(type);
        return _layouts.GetOrAdd(type, StructLayout.Of(type, metadata, field => Measure(field, inside, depth + 1)));
    }

    /// <summary>The field of a lowered struct, or <see langword="null"/> where the struct is not followed field by field.</summary>
    public static StructField? Field(IrType container, IFieldSymbol field)
    {
        if (container is not StructType type)
            return null;
        var name = FieldName(field);
        foreach (var candidate in type.Fields)
        {
            if (candidate.Name == name)
                return candidate;
        }

        return null;
    }

    /// <summary>The name of a field; that of the property for its backing field, of the parameter for a captured one.</summary>
    public static string FieldName(IFieldSymbol field)
    {
        if (field.AssociatedSymbol is { } associated)
            return associated.Name;
        if (field.CorrespondingTupleField is { } tupleField)
            return tupleField.Name;
        return field.Name.Length > 1 && field.Name[0] == '<' && field.Name.IndexOf('>') is var end and > 1
            ? field.Name.Substring(1, end - 1)
            : field.Name;
    }

    /// <summary>The element type of a span, or <see langword="null"/> for another type.</summary>
    public static ITypeSymbol? SpanElement(ITypeSymbol type, out bool isReadOnly)
    {
        isReadOnly = false;
        if (type is not INamedTypeSymbol { Arity: 1, IsRefLikeType: true, ContainingType: null } named
            || named.Name is not ("Span" or "ReadOnlySpan")
            || named.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
        {
            return null;
        }

        isReadOnly = named.Name == "ReadOnlySpan";
        return named.TypeArguments[0];
    }

    /// <summary>The type of what an array, a span, a pointer or an inline array holds.</summary>
    public static ITypeSymbol ElementTypeOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        IPointerTypeSymbol pointer => pointer.PointedAtType,
        INamedTypeSymbol named when StructLayout.InlineArrayLength(named) > 0 => InlineArrayField(named).Type,
        INamedTypeSymbol { TypeArguments: [var argument] } => argument,
        _ => type,
    };

    private static IFieldSymbol InlineArrayField(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } field)
                return field;
        }

        return null!;
    }

    /// <summary>Whether an owner lies in a struct together with fields that may overlap it.</summary>
    public bool OverlapsOwner(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } named
            && IrTypeOf(type) is StructType { ContainsOwner: true }
            && Layout(named).IsExplicit;

    private IrType LowerOnce(ITypeSymbol type, HashSet<ITypeSymbol>? enclosing)
    {
        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1 } array:
                return Pointer(LowerNested(array.ElementType, enclosing), isReadOnly: false);
            case IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void }:
                return Pointer(ScalarType.U8, isReadOnly: false);
            case IPointerTypeSymbol pointer:
                return Pointer(LowerNested(pointer.PointedAtType, enclosing), isReadOnly: false);
            case IFunctionPointerTypeSymbol or IArrayTypeSymbol:
                return HandleType.Instance;
            case INamedTypeSymbol { TypeKind: TypeKind.Struct } named:
                return LowerStruct(named, enclosing);
            default:
                return type.IsReferenceType ? HandleType.Instance : OpaqueType.Unsized;
        }
    }

    private IrType LowerNested(ITypeSymbol type, HashSet<ITypeSymbol>? enclosing)
    {
        if (Scalar(type) is { } scalar)
            return scalar;
        if (_types.TryGetValue(type, out var lowered))
            return lowered;
        // A struct that points to itself: what lies behind the inner pointer is not followed.
        if (enclosing is not null && (enclosing.Contains(type) || enclosing.Count > MostNested))
        {
            _cuts.Value++;
            return OpaqueType.Unsized;
        }

        // What was cut for the structs around it is something else by itself.
        var cuts = _cuts.Value;
        lowered = LowerOnce(type, enclosing);
        return _cuts.Value == cuts ? _types.GetOrAdd(type, lowered) : lowered;
    }

    private IrType LowerStruct(INamedTypeSymbol type, HashSet<ITypeSymbol>? enclosing)
    {
        if (known.Has(type.OriginalDefinition, ContractAttribute.Owner))
            return new OwnerType(type.Name) { KernelType = known.KernelType(type) };
        if (known.Has(type.OriginalDefinition, ContractAttribute.View))
            return LowerView(type, enclosing);
        if (SpanElement(type, out var isReadOnly) is { } element)
            return Pointer(LowerNested(element, enclosing), isReadOnly);
        if (PrimitiveSize(type) is var size and > 0)
            return new OpaqueType(size) { Name = type.Name, DeclaredAlignment = PrimitiveAlignment(type) };
        if (StructLayout.InlineArrayLength(type) > 0)
            return LowerInlineArray(type, enclosing);
        return LowerFields(type, enclosing ?? new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
    }

    private OpaqueType LowerInlineArray(INamedTypeSymbol type, HashSet<ITypeSymbol>? enclosing)
    {
        var layout = Layout(type);
        var element = LowerNested(InlineArrayField(type).Type, enclosing);
        return new OpaqueType(layout.Size)
        {
            Name = type.Name,
            DeclaredAlignment = layout.Alignment,
            Element = element,
            KernelParts = element.KernelParts.IsEmpty
                ? element.KernelParts
                : [.. Enumerable.Range(0, layout.Size / element.Size).SelectMany(i => Move(element.KernelParts, i * element.Size))],
        };
    }

    private ViewType LowerView(INamedTypeSymbol type, HashSet<ITypeSymbol>? enclosing)
    {
        var element = type.TypeArguments.Length > 0 ? LowerNested(type.TypeArguments[0], enclosing) : null;
        return new ViewType(type.Name, element, IsReadOnlyView(type.OriginalDefinition)) { IsPointer = known.IsPointer(type) };
    }

    /// <summary>A view is read-only when all that it gives out of its memory is.</summary>
    private bool IsReadOnlyView(INamedTypeSymbol type)
    {
        var isReadOnly = false;
        foreach (var member in type.GetMembers())
        {
            var (kind, result) = member switch
            {
                IPropertySymbol property => (property.RefKind, property.Type),
                IMethodSymbol { MethodKind: MethodKind.Ordinary } method => (method.RefKind, method.ReturnType),
                _ => (RefKind.None, (ITypeSymbol?)null),
            };
            if (result is null || !known.Has(member, ContractAttribute.Dereferences))
                continue;
            var isSpan = SpanElement(result, out var isReadOnlySpan) is not null;
            if (kind == RefKind.Ref || (isSpan && !isReadOnlySpan))
                return false;
            isReadOnly |= kind == RefKind.RefReadOnly || isReadOnlySpan;
        }

        return isReadOnly;
    }

    private IrType LowerFields(INamedTypeSymbol type, HashSet<ITypeSymbol> enclosing)
    {
        enclosing.Add(type);
        var layout = Layout(type);
        var fields = ImmutableArray.CreateBuilder<StructField>(layout.Fields.Length);
        var cell = 0;
        var mustFollow = false;
        var kernelType = known.KernelType(type);
        var parts = ImmutableArray<KernelPart>.Empty;
        if (kernelType is not null && layout.Size > 0)
            parts = [new KernelPart(type.Name, kernelType, 0, layout.Size)];
        for (var i = 0; i < layout.Fields.Length; i++)
        {
            var field = layout.Fields[i];
            var fieldType = FieldType(field, enclosing);
            mustFollow |= fieldType.ContainsOwner
                || fieldType is ViewType
                || (type.IsRefLikeType && fieldType is PointerType or StructType);
            fields.Add(new StructField(FieldName(field), fieldType, cell, layout.Offsets[i])
            {
                Alignment = field.RefKind == RefKind.None && !field.IsFixedSizeBuffer
                    ? Math.Min(Measure(field.Type).Alignment, layout.Alignment)
                    : layout.Alignment,
            });
            cell += fieldType.CellCount;
            if (kernelType is null && layout.Offsets[i] >= 0)
                parts = parts.AddRange(Move(fieldType.KernelParts, layout.Offsets[i]));
        }

        enclosing.Remove(type);
        if (cell == 0 || cell > MostCells || (cell > MaxCells && !mustFollow) || (layout.IsExplicit && !mustFollow))
            return new OpaqueType(layout.Size) { Name = type.Name, DeclaredAlignment = layout.Alignment, KernelParts = parts };
        return new StructType(type.Name, layout.Size, fields.ToImmutable()) { KernelType = kernelType, KernelParts = parts };
    }

    private static IEnumerable<KernelPart> Move(ImmutableArray<KernelPart> parts, int offset) =>
        parts.Select(part => part with { Offset = part.Offset + offset });

    private IrType FieldType(IFieldSymbol field, HashSet<ITypeSymbol> enclosing)
    {
        if (field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol buffer)
        {
            return new OpaqueType(Measure(buffer.PointedAtType).Size * field.FixedSize)
            {
                DeclaredAlignment = Measure(buffer.PointedAtType).Alignment,
                Element = Scalar(buffer.PointedAtType),
            };
        }

        var type = LowerNested(field.Type, enclosing);
        return field.RefKind == RefKind.None ? type : Pointer(type, field.RefKind != RefKind.Ref);
    }

    private (int Size, int Alignment) Measure(ITypeSymbol type) => Measure(type, ImmutableStack<INamedTypeSymbol>.Empty, 0);

    private (int Size, int Alignment) Measure(ITypeSymbol type, ImmutableStack<INamedTypeSymbol> enclosing, int depth)
    {
        if (Scalar(type) is { } scalar)
            return (scalar.Size, scalar.Size);
        if (type is IPointerTypeSymbol or IFunctionPointerTypeSymbol || type.IsReferenceType)
            return (8, 8);
        if (PrimitiveSize(type) is var size and > 0)
            return (size, PrimitiveAlignment(type));
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named
            || SpanElement(type, out _) is not null
            || IsContractType(named)
            || depth > MostNested
            || enclosing.Contains(named, SymbolEqualityComparer.Default))
            return (-1, 8);
        var layout = Layout(named, enclosing, depth);
        return (layout.Size, layout.Alignment);
    }

    private bool IsContractType(INamedTypeSymbol type) =>
        known.Has(type.OriginalDefinition, ContractAttribute.Owner) || known.Has(type.OriginalDefinition, ContractAttribute.View);

    private static int PrimitiveAlignment(ITypeSymbol type) => type.Name switch
    {
        "Single" or "Guid" => 4,
        "Int128" or "UInt128" => 16,
        "Half" => 2,
        _ => 8,
    };

    /// <summary>The size of a number of the framework that is not followed; reference assemblies do not show it.</summary>
    private static int PrimitiveSize(ITypeSymbol type)
    {
        if (type.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
            return -1;
        return type.Name switch
        {
            "Single" => 4,
            "Double" or "DateTime" or "TimeSpan" => 8,
            "Decimal" or "Guid" or "Int128" or "UInt128" => 16,
            "Half" => 2,
            _ => -1,
        };
    }
}
