using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Declarations;

/// <summary>Writes the parts of a method's signature as source.</summary>
internal static class SignatureText
{
    /// <summary>How types are written: in full, with what is known of their nullness.</summary>
    public static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type that a method returns, with its ref kind.</summary>
    public static string ReturnType(IMethodSymbol method) => RefKindOf(method) + method.ReturnType.ToDisplayString(TypeFormat);

    /// <summary>How a method returns by reference; empty for by value.</summary>
    public static string RefKindOf(IMethodSymbol method) => method.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    /// <summary>A parameter without its attributes and its default value.</summary>
    public static string Declare(IParameterSymbol parameter) => Declare(parameter, parameter.Type);

    /// <summary>A parameter, with another type.</summary>
    public static string Declare(IParameterSymbol parameter, ITypeSymbol type)
    {
        var modifier = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
        var scope = parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out ? "scoped " : "";
        var array = parameter.IsParams ? "params " : "";
        return $"{array}{scope}{modifier}{type.ToDisplayString(TypeFormat)} {Identifier.Escape(parameter.Name)}";
    }

    /// <summary>A parameter as an argument of a call with the same signature.</summary>
    public static string Pass(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.None => "",
        _ => "in ",
    } + Identifier.Escape(parameter.Name);

    /// <summary>Type parameters or arguments in their brackets; empty for none.</summary>
    public static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(parameter => Identifier.EscapeType(parameter.Name)));
        return names.Length == 0 ? "" : $"<{names}>";
    }

    /// <summary>The constraint clause of a type parameter; empty for none.</summary>
    public static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            constraints.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint)
            constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(type => type.ToDisplayString(TypeFormat)));
        if (parameter.HasConstructorConstraint)
            constraints.Add("new()");
        if (parameter.AllowsRefLikeType)
            constraints.Add("allows ref struct");
        return constraints.Count == 0 ? "" : $"where {Identifier.EscapeType(parameter.Name)} : {string.Join(", ", constraints)}";
    }
}
