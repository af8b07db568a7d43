using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>Names what is generated for a field.</summary>
internal static class FieldNames
{
    private const string Offsets = "Offsets";

    /// <summary>The name of a field for others: without underscores in front, and with a capital.</summary>
    public static string Publish(string field)
    {
        var name = field.TrimStart('_');
        return name.Length == 0 || char.IsDigit(name[0]) ? field : char.ToUpperInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>Whether a field means something: it is not padding.</summary>
    public static bool HasMeaning(IFieldSymbol field) => !StructAttributes.Has(field, StructAttributes.Padding);

    /// <summary>The constants for the offsets of the fields.</summary>
    public static EquatableArray<FieldOffset> ReadOffsets(StructLayout layout, ImmutableArray<BitAccessor> accessors)
    {
        var fields = layout.Fields
            .Where(field => HasMeaning(field) && field.CanBeReferencedByName | field.AssociatedSymbol is not null)
            .ToList();
        // The name of the class that holds them is taken, and so is a name that two fields would have.
        var taken = new HashSet<string>(fields.Select(NameOf)) { Offsets };
        var offsets = ImmutableArray.CreateBuilder<FieldOffset>(fields.Count);
        foreach (var field in fields)
        {
            var name = NameOf(field);
            var published = accessors.FirstOrDefault(accessor => accessor.Field == name && accessor.IsWhole)?.Name ?? Publish(name);
            if (published != name && !taken.Add(published))
                published = name;
            if (published != Offsets)
                offsets.Add(new FieldOffset(published, name, layout.Offsets[layout.Fields.IndexOf(field)]));
        }

        return new EquatableArray<FieldOffset>(offsets.ToImmutable());
    }

    public static string NameOf(IFieldSymbol field) => field.AssociatedSymbol?.Name ?? field.Name;
}
