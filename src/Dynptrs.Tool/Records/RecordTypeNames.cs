using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.Records;

/// <summary>Finds the type that a person names.</summary>
internal static class RecordTypeNames
{
    /// <summary>A type of the project by its name, or any other by its full name.</summary>
    /// <exception cref="ToolException">There is none, more than one, or one that no record can begin with.</exception>
    public static ITypeSymbol Find(Compilation compilation, string name)
    {
        var found = compilation.GetSymbolsWithName(name[(name.LastIndexOf('.') + 1)..], SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.Name == name || $".{type.ToDisplayString()}".EndsWith($".{name}", System.StringComparison.Ordinal))
            .ToList();
        if (found.Count == 0 && compilation.GetTypeByMetadataName(name) is { } other)
            found.Add(other);
        return found switch
        {
            [{ IsUnmanagedType: true } one] => one,
            [var one] => throw new ToolException($"`{one.Name}` is no struct of numbers, which is what bytes can be read as."),
            [] => throw new ToolException($"There is no type `{name}`."),
            _ => throw new ToolException(
                $"`{name}` may be {string.Join(", ", found.Select(type => $"`{type.ToDisplayString()}`"))}. Name it in full."),
        };
    }
}
