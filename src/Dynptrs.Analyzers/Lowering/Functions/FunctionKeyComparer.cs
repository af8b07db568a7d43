using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>Compares methods as symbols are compared.</summary>
internal sealed class FunctionKeyComparer : IEqualityComparer<(IMethodSymbol Method, bool IsProgramCode, ITypeSymbol? Self)>
{
    public static FunctionKeyComparer Instance { get; } = new();

    public bool Equals(
        (IMethodSymbol Method, bool IsProgramCode, ITypeSymbol? Self) x,
        (IMethodSymbol Method, bool IsProgramCode, ITypeSymbol? Self) y) =>
        x.IsProgramCode == y.IsProgramCode
        && SymbolEqualityComparer.Default.Equals(x.Method, y.Method)
        && SymbolEqualityComparer.Default.Equals(x.Self, y.Self);

    public int GetHashCode((IMethodSymbol Method, bool IsProgramCode, ITypeSymbol? Self) key) =>
        (SymbolEqualityComparer.Default.GetHashCode(key.Method) * 2) + (key.IsProgramCode ? 1 : 0);
}
