using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Bodies;

/// <summary>
/// Reads a partial method that carries <c>[BpfHelper]</c>: for the generator, and for the analyzer that reports what is wrong with it.
/// </summary>
internal sealed class BodyParser(IMethodSymbol method, AttributeData attribute, Action<Diagnostic>? report)
{
    public const string AttributeName = "Dynptrs.BpfHelperAttribute";

    private string? _mistake;

    /// <summary>Whether a method is one whose body is to be written.</summary>
    public static bool IsTarget(IMethodSymbol method) => method is { IsPartialDefinition: true, PartialImplementationPart: null };

    /// <summary>
    /// The body, or <see langword="null"/> where it has no place. Where something else is wrong, it throws: the compiler is content with
    /// it, and comes to the analyzer, which says what it is.
    /// </summary>
    public HelperBody? TryParse()
    {
        if (TypeFrameReader.FindObstacle(method.ContainingType) is { } obstacle)
            Report(GeneratorDiagnostics.CannotFill, method.Locations[0], method.Name, "the body of a helper", obstacle);
        if (!method.IsStatic)
        {
            Report(
                GeneratorDiagnostics.WrongHelper, method.Locations[0], method.Name, "it must be static: what it works on is a parameter");
        }

        var name = attribute.ConstructorArguments is [{ Value: string text }] ? text : "";
        if (!SyntaxFacts.IsValidIdentifier(name))
            Report(GeneratorDiagnostics.WrongHelper, Place, method.Name, $"\"{name}\" is no name that a kernel function can have");

        var order = ReadOrder();
        var call = _mistake is null ? FindCall() : null;
        var checks = new ArgumentGuards(method, Report);
        var refusals = order.SelectMany(checks.FindRefusals).ToImmutableArray();
        var answers = order.SelectMany(checks.FindAnswers).ToImmutableArray();
        if (!TypeFrameReader.CanDeclare(method.ContainingType))
            return null;
        return new HelperBody(
            DeclareMethod(),
            new EquatableArray<string>([.. method.TypeParameters.Select(SignatureText.Constraints).Where(clause => clause.Length > 0)]),
            _mistake is null ? new EquatableArray<HelperCheck>(refusals) : default,
            _mistake is null ? new EquatableArray<HelperCheck>(answers) : default,
            new EquatableArray<string>(
            [
                .. method.Parameters
                    .Where(parameter => parameter.RefKind == RefKind.Out)
                    .Select(parameter => Identifier.Escape(parameter.Name)),
            ]),
            _mistake is null
                ? call!
                : $"throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral(_mistake, quote: true)});");
    }

    private Location Place => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? method.Locations[0];

    /// <summary>The parameters in the order of the kernel's arguments, in which they are checked.</summary>
    private IReadOnlyList<IParameterSymbol> ReadOrder()
    {
        var order = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Arguments").Value;
        if (order is not { Kind: TypedConstantKind.Array, IsNull: false, Values.Length: > 0 })
            return method.Parameters;
        var names = order.Values.Select(value => value.Value as string ?? "").ToList();
        var parameters = new List<IParameterSymbol>();
        foreach (var name in names)
        {
            if (method.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
                Report(GeneratorDiagnostics.WrongHelper, Place, method.Name, $"`Arguments` names `{name}`, which is no parameter of it");
            else if (parameters.Contains(parameter))
                Report(GeneratorDiagnostics.WrongHelper, Place, method.Name, $"`Arguments` names `{name}` twice");
            else
                parameters.Add(parameter);
        }

        foreach (var parameter in method.Parameters)
        {
            if (!names.Contains(parameter.Name))
                Report(GeneratorDiagnostics.WrongHelper, Place, method.Name, $"`Arguments` leaves out `{parameter.Name}`");
        }

        return parameters;
    }

    private string? FindCall()
    {
        var chosen = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Implementation").Value.Value as string;
        var name = chosen ?? method.Name + "Core";
        var members = method.ContainingType.GetMembers(name);
        var prefix = method.ReturnsVoid ? "" : method.ReturnsByRef || method.ReturnsByRefReadonly ? "return ref " : "return ";
        var arguments = string.Join(", ", method.Parameters.Select(SignatureText.Pass));
        foreach (var member in members)
        {
            if (member is IMethodSymbol { IsStatic: true } candidate
                && SignatureMatch.IsSame(method, candidate)
                && !SymbolEqualityComparer.Default.Equals(candidate, method))
            {
                return $"{prefix}{Identifier.Escape(name)}{SignatureText.TypeParameters(method.TypeParameters)}({arguments});";
            }

            if (member.IsStatic && SignatureMatch.DelegateOf(member) is { } invoke && SignatureMatch.IsSame(method, invoke))
            {
                var missing = SymbolDisplay.FormatLiteral(
                    $"`{name}`, which implements `{method.Name}`, is null: set it before the first call", quote: true);
                return $"{prefix}({Identifier.Escape(name)} ?? throw new global::System.InvalidOperationException({missing}))({arguments});";
            }
        }

        var wanted = $"{SignatureText.ReturnType(method)} {name}{SignatureText.TypeParameters(method.TypeParameters)}({string.Join(", ", method.Parameters.Select(SignatureText.Declare))})".Replace("global::", "");
        Report(GeneratorDiagnostics.WrongHelper, Place, method.Name, members.IsEmpty
            ? $"nothing implements it: write `private static {wanted}`, or name another method or delegate with `Implementation`"
            : $"`{name}` does not fit: it must be static, and take and return the same, `{wanted}`");
        return null;
    }

    private string DeclareMethod()
    {
        var accessibility = method.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<MethodDeclarationSyntax>()
            .Select(declaration => string.Concat(declaration.Modifiers
                .Where(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword))
                .Select(modifier => modifier.Text + " ")))
            .First();
        var receiver = method.IsExtensionMethod ? "this " : "";
        return $"{accessibility}partial {SignatureText.ReturnType(method)} {Identifier.Escape(method.Name)}{SignatureText.TypeParameters(method.TypeParameters)}({receiver}{string.Join(", ", method.Parameters.Select(SignatureText.Declare))})";
    }

    private void Report(DiagnosticDescriptor descriptor, Location place, params object[] arguments)
    {
        var diagnostic = Diagnostic.Create(descriptor, place, arguments);
        _mistake ??= diagnostic.GetMessage(CultureInfo.InvariantCulture);
        report?.Invoke(diagnostic);
    }
}
