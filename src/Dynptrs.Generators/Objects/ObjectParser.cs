using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Objects;

/// <summary>
/// Reads a class that carries <c>[BpfObject]</c>: for the generator, and for the analyzer that reports what is wrong with it.
/// </summary>
internal static class ObjectParser
{
    public const string AttributeName = "Dynptrs.BpfObjectAttribute";
    private const string ProgramAttribute = "BpfProgramAttribute";

    /// <summary>The model of a class that can have a skeleton, without what is wrong in it, else <see langword="null"/>.</summary>
    public static ObjectModel? TryParse(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, Action<Diagnostic>? report)
    {
        if ((type.IsStatic ? TypeFrameReader.FindObstacle(type) : "it must be static") is { } obstacle)
        {
            GeneratorDiagnostics.ReportUnfilled(report, type, "a skeleton", obstacle);
            return null;
        }

        var library = attribute.AttributeClass!.ContainingAssembly;
        var instance = compilation.GetTypeByMetadataName(InstanceWriter.Door);
        var taken = new HashSet<string>(SkeletonWriter.OwnNames);
        var maps = new List<ObjectMap>();
        var globals = new List<ObjectGlobal>();
        var programs = new List<ObjectProgram>();
        var hidden = new List<string>();
        var hiddenGlobals = new List<string>();
        foreach (var member in type.GetMembers())
        {
            var before = (maps.Count, globals.Count, programs.Count);
            if (member is IFieldSymbol { IsStatic: true, IsConst: false, IsImplicitlyDeclared: false } field && Read(field) is var read)
            {
                var isMap = IsMap(field, library);
                if (read.Access == Accessibility.Private && (isMap || field.Type.IsUnmanagedType))
                {
                    hidden.Add(read.Name);
                    if (!isMap && field.Type is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol))
                        hiddenGlobals.Add(read.Name);
                }
                else if (isMap)
                    maps.Add(new ObjectMap(read, HostTypeOf((INamedTypeSymbol)field.Type, instance)));
                else if (field.Type.IsUnmanagedType)
                    globals.Add(ReadGlobal(field, read, library));
            }
            else if (member is IMethodSymbol method
                && method.GetAttributes().FirstOrDefault(data => data.AttributeClass?.Name == ProgramAttribute
                    && SymbolEqualityComparer.Default.Equals(data.AttributeClass.ContainingAssembly, library))
                    is { } data
                && ProgramReader.TryRead(method, data, report) is { } program)
            {
                programs.Add(program);
            }

            if (before != (maps.Count, globals.Count, programs.Count) && !taken.Add(member.Name))
            {
                var reason = SkeletonWriter.OwnNames.Contains(member.Name)
                    ? "the skeleton itself has that name"
                    : "another program has that name, and the kernel would not tell them apart";
                report?.Invoke(Diagnostic.Create(
                    GeneratorDiagnostics.TakenName, member.Locations[0], member.Name, "place in the skeleton", reason));
                RemoveLast(before, maps, globals, programs);
            }
        }

        if (type.Name == SkeletonWriter.Skeleton)
        {
            report?.Invoke(Diagnostic.Create(
                GeneratorDiagnostics.TakenName, type.Locations[0], type.Name, "skeleton", "the generated class has that name"));
            return null;
        }

        if (type.GetMembers(SkeletonWriter.Skeleton).FirstOrDefault(member => !GeneratedMark.IsOn(member)) is { } own)
        {
            report?.Invoke(Diagnostic.Create(
                GeneratorDiagnostics.TakenName,
                own.Locations[0],
                type.Name,
                "skeleton",
                $"its `{own.Name}` stands in the way of the class that is generated"));
            return null;
        }

        return new ObjectModel(
            TypeFrameReader.Read(type, attribute, compilation),
            type.Name,
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            SymbolDisplay.FormatLiteral(
                attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "License").Value.Value as string ?? "", quote: true),
            new EquatableArray<ObjectMap>([.. maps]),
            new EquatableArray<ObjectGlobal>([.. globals]),
            new EquatableArray<ObjectProgram>([.. programs]),
            new EquatableArray<string>([.. hidden]),
            new EquatableArray<string>([.. hiddenGlobals]),
            instance is not null);
    }

    private static ObjectField Read(IFieldSymbol field) =>
        new(Identifier.Escape(field.Name), field.Type.ToDisplayString(SignatureText.TypeFormat), Visibility.Of(field.Type));

    /// <summary>A map is an object of the runtime that is there for good.</summary>
    private static bool IsMap(IFieldSymbol field, IAssemblySymbol library) =>
        field is { IsReadOnly: true, Type: { IsReferenceType: true, TypeKind: TypeKind.Class } type }
        && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, library);

    /// <summary>By what the host uses a map: what the instance gives for one of its type.</summary>
    private static string HostTypeOf(INamedTypeSymbol type, INamedTypeSymbol? instance)
    {
        var door = instance?.GetMembers(InstanceWriter.MapDoor).OfType<IMethodSymbol>().FirstOrDefault(method =>
            method.Parameters is [_, { Type: INamedTypeSymbol taken }]
            && SymbolEqualityComparer.Default.Equals(taken.OriginalDefinition, type.OriginalDefinition));
        if (door is null)
            return "";
        var made = door.IsGenericMethod ? door.Construct([.. type.TypeArguments]) : door;
        return made.ReturnType.ToDisplayString(SignatureText.TypeFormat);
    }

    private static ObjectGlobal ReadGlobal(IFieldSymbol field, ObjectField read, IAssemblySymbol library)
    {
        var setting = LoadTimeSetting.TryRead(field, library);
        return new ObjectGlobal(read, setting is null ? SectionOf(field) : DataSection.Rodata, setting);
    }

    private static DataSection SectionOf(IFieldSymbol field)
    {
        if (field.IsReadOnly)
            return DataSection.Rodata;
        var value = field.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<VariableDeclaratorSyntax>()
            .Select(declarator => declarator.Initializer?.Value)
            .FirstOrDefault();
        return value is null || IsZero(value) ? DataSection.Bss : DataSection.Data;
    }

    private static bool IsZero(ExpressionSyntax value) => value switch
    {
        DefaultExpressionSyntax or LiteralExpressionSyntax
        {
            RawKind: (int)SyntaxKind.DefaultLiteralExpression
                or (int)SyntaxKind.FalseLiteralExpression
                or (int)SyntaxKind.NullLiteralExpression,
        } => true,
        LiteralExpressionSyntax { Token.Value: char character } => character == 0,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: { } number } =>
            Convert.ToDouble(number, CultureInfo.InvariantCulture) == 0,
        _ => false,
    };

    private static void RemoveLast(
        (int Maps, int Globals, int Programs) before,
        List<ObjectMap> maps,
        List<ObjectGlobal> globals,
        List<ObjectProgram> programs)
    {
        maps.RemoveRange(before.Maps, maps.Count - before.Maps);
        globals.RemoveRange(before.Globals, globals.Count - before.Globals);
        programs.RemoveRange(before.Programs, programs.Count - before.Programs);
    }
}
