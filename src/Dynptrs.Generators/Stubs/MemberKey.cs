using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Stubs;

/// <summary>What a member of a class takes from all others: its name, and for a method its signature.</summary>
internal static class MemberKey
{
    /// <summary>The key of a member that a person wrote.</summary>
    public static string Of(ISymbol member) => member is IMethodSymbol method
        ? Of(
            method.Name,
            method.TypeParameters.Length,
            method.Parameters.Select(parameter => (parameter.RefKind != RefKind.None, parameter.Type)))
        : member.Name;

    /// <summary>
    /// The key of a method. Type parameters have any names, so of methods with some only the number of parameters counts.
    /// </summary>
    public static string Of(string name, int typeParameters, IEnumerable<(bool IsByReference, ITypeSymbol Type)> parameters) =>
        typeParameters > 0
            ? $"{name}`{typeParameters}({parameters.Count()})"
            : $"{name}({string.Join(", ", parameters.Select(parameter => (parameter.IsByReference ? "&" : "") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})";
}
