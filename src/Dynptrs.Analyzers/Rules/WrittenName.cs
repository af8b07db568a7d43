using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Analyzers.Rules;

/// <summary>Names as people write them, where a compiler has others.</summary>
internal static class WrittenName
{
    private const string Own = "this.";
    private const string Operator = "op_";
    private const string InPlace = "Assignment";

    /// <summary>The name of a member without <c>this</c>, and an operator by its sign.</summary>
    public static string Of(string name)
    {
        if (name.StartsWith(Own, StringComparison.Ordinal))
            return name.Substring(Own.Length);
        if (!name.StartsWith(Operator, StringComparison.Ordinal))
            return name;
        if (name is WellKnownMemberNames.ImplicitConversionName or WellKnownMemberNames.ExplicitConversionName)
            return name == WellKnownMemberNames.ImplicitConversionName ? "implicit operator" : "explicit operator";
        var isInPlace = name.EndsWith(InPlace, StringComparison.Ordinal);
        var kind = SyntaxFacts.GetOperatorKind(isInPlace ? name.Substring(0, name.Length - InPlace.Length) : name);
        if (kind == SyntaxKind.None)
            return name;
        var sign = SyntaxFacts.GetText(kind);
        return $"operator {sign}{(isInPlace && kind is not (SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken) ? "=" : "")}";
    }
}
