using System;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Stubs;

/// <summary>Reads a class that carries <c>[BpfHelpers]</c>: for the generator, and for the analyzer that reports what is wrong with it.</summary>
internal static class StubTargetParser
{
    public const string AttributeName = "Dynptrs.BpfHelpersAttribute";

    /// <summary>The model of a class that can be filled, else <see langword="null"/>.</summary>
    /// <param name="type">The class.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="report">Where to say what is wrong; the generator does not ask.</param>
    public static StubTarget? TryParse(INamedTypeSymbol type, AttributeData attribute, Action<Diagnostic>? report)
    {
        var obstacle = type.IsStatic ? TypeFrameReader.FindObstacle(type) : "it must be static";
        if (obstacle is not null)
            report?.Invoke(Diagnostic.Create(GeneratorDiagnostics.CannotFill, type.Locations[0], type.Name, "helper stubs", obstacle));
        var text = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Kernel").Value.Value as string;
        var kernel = KernelVersion.TryParse(text);
        if (text is not null && kernel is null)
            report?.Invoke(Diagnostic.Create(GeneratorDiagnostics.UnknownKernel, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? type.Locations[0], text));
        return obstacle is null ? new StubTarget(TypeFrameReader.Read(type), kernel) : null;
    }
}
