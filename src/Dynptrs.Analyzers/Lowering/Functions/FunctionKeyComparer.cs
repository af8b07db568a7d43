using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>Compares methods as symbols are compared.</summary>
internal sealed class FunctionKeyComparer : IEqualityComparer<(IMethodSymbol Method, bool IsProgramCode)>
{
    public static FunctionKeyComparer Instance { get; } = new();

    public bool Equals((IMethodSymbol Method, bool IsProgramCode) x, (IMethodSymbol Method, bool IsProgramCode) y) =>
        x.IsProgramCode == y.IsProgramCode && SymbolEqualityComparer.Default.Equals(x.Method, y.Method);

    public int GetHashCode((IMethodSymbol Method, bool IsProgramCode) key) =>
        (SymbolEqualityComparer.Default.GetHashCode(key.Method) * 2) + (key.IsProgramCode ? 1 : 0);
}
