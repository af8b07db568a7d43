using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>Checks that a struct is laid out in one way, by the runtime and by C, and that fields declare all of its bytes.</summary>
internal static class LayoutCheck
{
    /// <summary>Whether the struct has a size and offsets to share. Hidden padding is reported, but leaves it both.</summary>
    public static bool Run(INamedTypeSymbol type, StructLayouts layouts, Action<Diagnostic>? report)
    {
        var layout = layouts.Of(type);
        var isShared = FindObstacle(type, layout) is not { } obstacle || Refuse(obstacle);
        foreach (var field in layout.Fields)
        {
            if (FieldObstacle.Find(field, layouts) is { } reason)
                isShared = Refuse((field.AssociatedSymbol?.Locations[0] ?? field.Locations[0], reason));
        }

        if (isShared && report is not null)
            PaddingCheck.Run(type, layouts, report);
        return isShared;

        bool Refuse((Location Location, string Reason) what)
        {
            report?.Invoke(Diagnostic.Create(GeneratorDiagnostics.NoSharedLayout, what.Location, type.Name, what.Reason));
            return false;
        }
    }

    private static (Location Location, string Reason)? FindObstacle(INamedTypeSymbol type, StructLayout layout)
    {
        if (layout.Fields.IsEmpty)
            return (type.Locations[0], "it has no fields");
        var declared = StructAttributes.Find(type, StructAttributes.StructLayout).FirstOrDefault();
        // LayoutKind.Auto.
        if (declared is { ConstructorArguments: [{ Value: { } kind }] }
            && Convert.ToInt32(kind, System.Globalization.CultureInfo.InvariantCulture) == 3)
        {
            return (StructAttributes.Locate(declared, type), "its layout is left to the runtime; write `LayoutKind.Sequential`");
        }

        var parts = GetParts(type, layout);
        return parts.Length > 1
            ? (type.Locations[0], "its fields stand in several parts of it, which have no order; declare them in one")
            : null;
    }

    private static ImmutableArray<SyntaxReference> GetParts(INamedTypeSymbol type, StructLayout layout) =>
    [
        .. type.DeclaringSyntaxReferences.Where(part => layout.Fields.Any(field =>
            field.Locations.Any(location => location.SourceTree == part.SyntaxTree && part.Span.Contains(location.SourceSpan)))),
    ];
}
