using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.Records;

/// <summary>The ring buffers of a project: the static fields of that type.</summary>
internal static class RingFields
{
    /// <summary>The one that a name means: that of the field, or with its class before it.</summary>
    /// <exception cref="ToolException">There is none, or more than one.</exception>
    public static IFieldSymbol Find(Compilation compilation, string name)
    {
        var ringType = compilation.GetTypeByMetadataName(typeof(RingBuf).FullName!);
        var fields = Types(compilation.Assembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
            .Where(field => field is { IsStatic: true, IsImplicitlyDeclared: false })
            .ToList();
        var rings = fields.Where(field => SymbolEqualityComparer.Default.Equals(field.Type, ringType)).ToImmutableArray();
        return rings.Where(ring => IsNamed(ring, name)).ToList() switch
        {
            [var one] => one,
            [_, _, ..] and var many => throw new ToolException($"`{name}` may be {List(many)}. Name its class, too."),
            _ when fields.FirstOrDefault(field => IsNamed(field, name)) is { } other => throw new ToolException(
                $"`{name}` is no ring buffer, but of the type {other.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}: "
                + "it has no records."),
            _ when rings.IsEmpty => throw new ToolException(
                "There is no ring buffer. One is a static field: `static readonly RingBuf Events = new(maxEntries: 4096);`."),
            _ => throw new ToolException($"There is no ring buffer `{name}`. There are {List(rings)}."),
        };
    }

    private static bool IsNamed(IFieldSymbol field, string name) => field.Name == name || Qualified(field) == name
        || $"{field.ContainingType.ToDisplayString()}.{field.Name}" == name;

    private static string Qualified(IFieldSymbol field) => $"{field.ContainingType.Name}.{field.Name}";

    private static string List(IEnumerable<IFieldSymbol> fields) => string.Join(", ", fields.Select(field => $"`{Qualified(field)}`"));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
