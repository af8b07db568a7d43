using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Structs;

/// <summary>Reads the accessors of a struct off the attributes of its fields.</summary>
/// <param name="type">The struct.</param>
/// <param name="taken">The names that its members have; those of the accessors are added.</param>
/// <param name="report">Where to say what is wrong.</param>
internal sealed class AccessorReader(INamedTypeSymbol type, HashSet<string> taken, Action<Diagnostic>? report)
{
    private readonly ImmutableArray<BitAccessor>.Builder _accessors = ImmutableArray.CreateBuilder<BitAccessor>();

    public ImmutableArray<BitAccessor> Read(StructLayout layout)
    {
        foreach (var field in layout.Fields)
            Read(field);
        return _accessors.ToImmutable();
    }

    private void Read(IFieldSymbol field)
    {
        var order = StructAttributes.Find(field, StructAttributes.NetworkOrder).FirstOrDefault();
        var bitFields = StructAttributes.Find(field, StructAttributes.BitField);
        var storage = GetStorage(field);
        if (order is not null && FindOrderObstacle(field, storage) is { } reason)
        {
            Refuse(order, field, reason);
            order = null;
        }

        var isNetworkOrder = order is not null;
        var given = order is { ConstructorArguments: [{ Value: string text }] } ? text : null;
        // Of a field that is made of bit fields, the whole is of interest only where it has a name.
        if (order is not null
            && (bitFields.IsEmpty || given is not null)
            && TakeName(given ?? FieldNames.Publish(field.Name), order, field) is { } name)
        {
            var bits = 8 * StructLayouts.SizeOf(field.Type);
            _accessors.Add(Create(field, storage, name, 0, bits, isNetworkOrder, AccessorDocumentation.OfWhole(field)));
            if (order.NamedArguments.Any(static argument => argument is { Key: "HasRaw", Value.Value: true })
                && TakeName(name + "Raw", order, field) is { } raw)
            {
                _accessors.Add(Create(field, storage, raw, 0, bits, isNetworkOrder: false, AccessorDocumentation.OfRaw(field, name)) with { IsRaw = true });
            }
        }

        ReadBitFields(field, storage, bitFields, isNetworkOrder);
    }

    private void ReadBitFields(IFieldSymbol field, ITypeSymbol storage, ImmutableArray<AttributeData> bitFields, bool isNetworkOrder)
    {
        var bits = 8 * StructLayouts.SizeOf(field.Type);
        ulong used = 0;
        var next = 0;
        foreach (var attribute in bitFields)
        {
            if (field.Type.SpecialType
                is not (SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64))
            {
                Refuse(attribute, field, "bits are counted in a `byte`, `ushort`, `uint` or `ulong`");
                return;
            }

            if (attribute.ConstructorArguments is not [{ Value: string name }, { Value: int width }])
                continue;
            var offset = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Offset").Value.Value as int? ?? next;
            if (width < 1 || offset < 0 || width > bits || offset > bits - width)
            {
                Refuse(attribute, field, width < 1
                    ? $"`{name}` must have one bit at least"
                    : $"`{name}` takes the bits {offset} to {(long)offset + width - 1}, and a `{storage.ToDisplayString()}` has the bits 0 to {bits - 1}");
                continue;
            }

            next = offset + width;
            var mask = (ulong.MaxValue >> (64 - width)) << offset;
            if ((used & mask) != 0)
            {
                Refuse(attribute, field, $"`{name}` takes bits that another bit field has");
                continue;
            }

            used |= mask;
            if (TakeName(name, attribute, field) is not null)
            {
                _accessors.Add(Create(
                    field, storage, name, offset, width, isNetworkOrder, AccessorDocumentation.OfBits(field, attribute, offset, width)));
            }
        }
    }

    private static ITypeSymbol GetStorage(IFieldSymbol field) =>
        field.Type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : field.Type;

    private static string? FindOrderObstacle(IFieldSymbol field, ITypeSymbol storage)
    {
        if (field.IsFixedSizeBuffer)
            return "a buffer has no order; its elements have";
        return storage.SpecialType switch
        {
            SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
                or SpecialType.System_Int64 or SpecialType.System_UInt64 => null,
            SpecialType.System_Byte or SpecialType.System_SByte => "a single byte has no order",
            _ => $"a `{storage.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}` is no integer of two, four or eight bytes",
        };
    }

    private string? TakeName(string name, AttributeData attribute, IFieldSymbol field)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            Refuse(attribute, field, $"\"{name}\" is no name for a property");
        else if (!taken.Add(name))
            Refuse(attribute, field, $"`{type.Name}` has a `{name}` already; name the property otherwise");
        else
            return name;
        return null;
    }

    private BitAccessor Create(
        IFieldSymbol field,
        ITypeSymbol storage,
        string name,
        int offset,
        int width,
        bool isNetworkOrder,
        ImmutableArray<string> documentation) => new(
            name,
            GetAccessibility(field.Type),
            field.Name,
            storage.ToDisplayString(),
            field.Type.TypeKind == TypeKind.Enum ? field.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : "",
            8 * StructLayouts.SizeOf(field.Type),
            offset,
            width,
            isNetworkOrder,
            field.IsReadOnly,
            new EquatableArray<string>(documentation));

    /// <summary>A property must not be seen further than its type is.</summary>
    private string GetAccessibility(ITypeSymbol field)
    {
        for (var current = field;
            current is not null && !SymbolEqualityComparer.Default.Equals(current, type.ContainingType);
            current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable)
                continue;
            if (SymbolEqualityComparer.Default.Equals(current.ContainingType, type))
                return "private";
            if (current.DeclaredAccessibility == Accessibility.Internal)
                return "internal";
        }

        return "public";
    }

    private void Refuse(AttributeData attribute, IFieldSymbol field, string reason)
    {
        var name = attribute.AttributeClass!.Name;
        report?.Invoke(Diagnostic.Create(
            GeneratorDiagnostics.WrongFieldAttribute,
            StructAttributes.Locate(attribute, field),
            name.Substring(0, name.Length - "Attribute".Length),
            field.Name,
            reason));
    }
}
