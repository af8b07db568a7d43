using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>
/// Reads a struct that carries <c>[BpfStruct]</c>: for the generator, and for the analyzer that reports what is wrong with it.
/// </summary>
internal static class StructParser
{
    public const string AttributeName = "Dynptrs.BpfStructAttribute";

    private const string Size = "SizeInBytes";

    private const string Offsets = "Offsets";

    /// <summary>
    /// The model of a struct that can be filled, else <see langword="null"/>. What is wrong with a part of it is left out.
    /// </summary>
    /// <param name="type">The struct.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="report">Where to say what is wrong; the generator does not ask.</param>
    public static StructView? TryParse(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, Action<Diagnostic>? report)
    {
        if (TypeFrameReader.FindObstacle(type) is { } obstacle)
        {
            GeneratorDiagnostics.ReportUnfilled(report, type, "struct views", obstacle);
            return null;
        }

        if (type.IsRefLikeType)
        {
            report?.Invoke(Diagnostic.Create(
                GeneratorDiagnostics.NoSharedLayout, type.Locations[0], type.Name, "a ref struct lies on the stack alone"));
            return null;
        }

        var layouts = new StructLayouts(compilation);
        var isShared = LayoutCheck.Run(type, layouts, report);
        var taken = new HashSet<string>(
            type.GetMembers().Where(member => !GeneratedMark.IsOn(member)).Select(member => member.Name), StringComparer.Ordinal)
        {
            type.Name,
        };
        var hasSize = IsFree(Size, type, attribute, taken, report) && isShared;
        var hasOffsets = IsFree(Offsets, type, attribute, taken, report) && isShared && StructLayout.InlineArrayLength(type) < 0;
        taken.Add(Size);
        taken.Add(Offsets);

        var layout = layouts.Of(type);
        var accessors = new AccessorReader(type, taken, report).Read(layout);
        return new StructView(
            TypeFrameReader.Read(type, attribute, compilation),
            !StructAttributes.Has(type, StructAttributes.StructLayout),
            hasSize ? layout.Size : -1,
            hasOffsets ? FieldNames.ReadOffsets(layout, accessors) : default,
            new EquatableArray<BitAccessor>(accessors),
            HasText(type) ? default : TextReader.Read(layout, accessors));
    }

    private static bool IsFree(
        string name,
        INamedTypeSymbol type,
        AttributeData attribute,
        HashSet<string> taken,
        Action<Diagnostic>? report)
    {
        if (!taken.Contains(name))
            return true;
        var location = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? type.Locations[0];
        report?.Invoke(Diagnostic.Create(
            GeneratorDiagnostics.WrongFieldAttribute,
            location,
            "BpfStruct",
            type.Name,
            $"its `{name}` stands in the way of the one that is generated"));
        return false;
    }

    /// <summary>Records, inline arrays and types with a <c>ToString</c> of their own are left as they are.</summary>
    private static bool HasText(INamedTypeSymbol type) =>
        type.IsRecord
        || StructLayout.InlineArrayLength(type) > 0
        || type.GetMembers("ToString").Any(member => member is IMethodSymbol { Parameters.IsEmpty: true });
}
