using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;

namespace Dynptrs.CodeFixes.Leaving;

/// <summary>Finds the methods that release what a variable holds, in the style in which it was acquired.</summary>
internal sealed class ReleaseFinder(FixContext context)
{
    /// <summary>The releases, by the name of their methods.</summary>
    /// <param name="subject">The variable.</param>
    /// <param name="kind">The kind of the reference, or <see langword="null"/>.</param>
    /// <param name="exit">A place where the variable must be in scope.</param>
    public ImmutableArray<Release> Find(string subject, string? kind, SyntaxNode exit)
    {
        if (context.GetType(subject, exit.SpanStart) is not { } type)
            return [];
        var acquisition = new ContractCalls(context).FindAcquisition(subject, exit);
        var beside = acquisition is not null
            && context.Model.GetSymbolInfo(acquisition).Symbol is IMethodSymbol { ContainingType: { IsExtension: false } container } method
                ? FindBeside(
                    container,
                    method.IsStatic
                        ? ContractMethods.Qualify(acquisition)
                        : container.ToMinimalDisplayString(context.Model, exit.SpanStart) + ".",
                    subject,
                    kind,
                    type)
                : [];

        // One way for each name: a static form and a member of the same name, or of one helper, do the same.
        return [.. beside.Concat(FindMembers(type, subject, kind, exit.SpanStart))
            .GroupBy(found => found.Name, found => found.Release)
            .Select(same => same.First())
            .OrderBy(release => release.Method, System.StringComparer.Ordinal)];
    }

    private IEnumerable<(string Name, Release Release)> FindBeside(
        INamedTypeSymbol container,
        string qualifier,
        string subject,
        string? kind,
        ITypeSymbol type)
    {
        foreach (var (method, contract) in new ContractMethods(context).Beside(container))
        {
            var index = contract.Parameters.IndexOf(
                contract.Parameters.FirstOrDefault(parameter => parameter.Releases && IsOfKind(parameter.Kind, kind))!);
            if (index >= 0
                && index < method.Parameters.Length
                && Fits(method, method.Parameters[index].Type, type)
                && TryGetArguments(method, index, subject) is { } arguments)
            {
                yield return (Name(method, contract), new Release(method.Name, $"{qualifier}{method.Name}({arguments});"));
            }
        }
    }

    /// <summary>The members of the owner and the extensions that are in scope.</summary>
    private IEnumerable<(string Name, Release Release)> FindMembers(ITypeSymbol type, string subject, string? kind, int position)
    {
        foreach (var (method, contract) in new ContractMethods(context).Members(type, position))
        {
            if (contract.Parameters is [{ Releases: true } receiver, ..]
                && IsOfKind(receiver.Kind, kind)
                && TryGetArguments(method, -1, subject) is { } arguments)
            {
                yield return (Name(method, contract), new Release(method.Name, $"{subject}.{method.Name}({arguments});"));
            }
        }
    }

    /// <summary>Whether a parameter has a type, or has it for some type arguments that the compiler then finds.</summary>
    private static bool Fits(IMethodSymbol method, ITypeSymbol parameter, ITypeSymbol type) => method.TypeParameters.IsEmpty
        ? SymbolEqualityComparer.Default.Equals(parameter, type)
        : parameter is INamedTypeSymbol generic
            && type is INamedTypeSymbol constructed
            && SymbolEqualityComparer.Default.Equals(generic.OriginalDefinition, constructed.OriginalDefinition)
            && generic.TypeArguments.SequenceEqual<ISymbol>(method.TypeParameters, SymbolEqualityComparer.Default);

    private static string Name(IMethodSymbol method, MethodContract contract) => contract.Requirements?.Helper ?? method.Name;

    private static bool IsOfKind(string? wanted, string? kind) => wanted is null || kind is null || wanted == kind;

    /// <summary>The arguments of a release: the variable, 0 for numbers, nothing for what is optional.</summary>
    private static string? TryGetArguments(IMethodSymbol method, int released, string subject)
    {
        var arguments = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Ordinal == released)
                arguments.Add((parameter.RefKind == RefKind.Ref ? "ref " : "") + subject);
            else if (parameter.IsOptional)
                break;
            else if (parameter.Type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64)
                arguments.Add("0");
            else
                return null;
        }

        return string.Join(", ", arguments);
    }
}
