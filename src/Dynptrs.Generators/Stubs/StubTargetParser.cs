using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Stubs;

/// <summary>
/// Reads a class that carries <c>[BpfHelpers]</c>: for the generator, and for the analyzer that reports what is wrong with it.
/// </summary>
internal static class StubTargetParser
{
    public const string AttributeName = "Dynptrs.BpfHelpersAttribute";

    /// <summary>The model of a class that can be filled, else <see langword="null"/>.</summary>
    public static StubTarget? TryParse(INamedTypeSymbol type, AttributeData attribute, Compilation compilation) =>
        FindObstacle(type) is null
            ? new StubTarget(
                TypeFrameReader.Read(type, attribute, compilation),
                ReadSelection(attribute),
                FindOwnMembers(type).Any(),
                new EquatableArray<string>([.. FindOwnMembers(type).Select(MemberKey.Of)]))
            : null;

    /// <summary>Which stubs a class asks for.</summary>
    public static StubSelection ReadSelection(AttributeData attribute) => new(
        KernelVersion.TryParse(GetKernel(attribute)),
        GetNames(attribute, "Include"),
        GetNames(attribute, "Exclude"),
        GetNames(attribute, "Programs"));

    /// <summary>Reports what is wrong with a class, each name in its selection included.</summary>
    public static void Check(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, Action<Diagnostic> report)
    {
        var place = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? type.Locations[0];
        if (FindObstacle(type) is { } obstacle)
            GeneratorDiagnostics.ReportUnfilled(report, type, "helper stubs", obstacle);
        if (GetKernel(attribute) is { } kernel && KernelVersion.TryParse(kernel) is null)
            report(Diagnostic.Create(GeneratorDiagnostics.UnknownKernel, place, kernel));

        var selection = ReadSelection(attribute);
        if (selection.Include.Count + selection.Exclude.Count > 0)
        {
            var helpers = HelperCatalogue.Read(compilation, CancellationToken.None)
                .Select(helper => helper.Name)
                .Distinct()
                .ToImmutableArray();
            foreach (var (option, patterns) in new[] { ("Include", selection.Include), ("Exclude", selection.Exclude) })
            {
                foreach (var pattern in patterns)
                {
                    if (!helpers.Any(name => StubSelection.Matches(pattern, name)))
                    {
                        report(Diagnostic.Create(
                            GeneratorDiagnostics.UnknownName,
                            place,
                            option,
                            $"\"{pattern}\", and the runtime has no such helper{Suggest(pattern, helpers)}"));
                    }
                }
            }
        }

        ReportTaken(type, selection, compilation, report);
        foreach (var program in selection.Programs)
        {
            if (!ProgramTypes.All.Contains(program))
            {
                report(Diagnostic.Create(
                    GeneratorDiagnostics.UnknownName,
                    place,
                    "Programs",
                    $"\"{program}\", and the kernel has no such program type{Suggest(program, ProgramTypes.All)}"));
            }
        }
    }

    private static void ReportTaken(INamedTypeSymbol type, StubSelection selection, Compilation compilation, Action<Diagnostic> report)
    {
        var members = FindOwnMembers(type).ToList();
        if (members.Count == 0)
            return;
        var helpers = HelperCatalogue.Read(compilation, CancellationToken.None).Where(selection.Has).ToList();
        foreach (var member in members)
        {
            var key = MemberKey.Of(member);
            if (helpers.Any(helper => helper.Key == key || helper.Name == key))
            {
                report(Diagnostic.Create(
                    GeneratorDiagnostics.TakenName,
                    member.Locations[0],
                    member.Name,
                    "stub",
                    "a member with its name and parameters is there already; name that otherwise, or leave the stub out with `Exclude`"));
            }
        }
    }

    /// <summary>
    /// The members that the user wrote. A class that has none is marked as a whole where it is filled, else each of its stubs is.
    /// </summary>
    private static IEnumerable<ISymbol> FindOwnMembers(INamedTypeSymbol type) =>
        GeneratedMark.IsOn(type) ? [] : type.GetMembers().Where(member => !member.IsImplicitlyDeclared && !GeneratedMark.IsOn(member));

    private static string? FindObstacle(INamedTypeSymbol type) => type.IsStatic ? TypeFrameReader.FindObstacle(type) : "it must be static";

    private static string? GetKernel(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Kernel").Value.Value as string;

    private static EquatableArray<string> GetNames(AttributeData attribute, string option) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == option).Value
            is { Kind: TypedConstantKind.Array, IsNull: false } names
                ? new EquatableArray<string>([.. names.Values.Select(name => name.Value as string ?? "")])
                : default;

    public static string Suggest(string name, ImmutableArray<string> known)
    {
        var nearest = known
            .Select(candidate => (candidate, distance: EditDistance.Between(name, candidate)))
            .OrderBy(pair => pair.distance)
            .FirstOrDefault();
        return nearest.candidate is not null && nearest.distance <= Math.Max(2, name.Length / 3)
            ? $": is \"{nearest.candidate}\" meant?"
            : "";
    }
}
