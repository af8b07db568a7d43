using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>The method that a call reaches.</summary>
/// <param name="Method">The method.</param>
/// <param name="Type">The value type that decided which method it is, or <see langword="null"/> where none did.</param>
internal readonly record struct Callee(IMethodSymbol Method, ITypeSymbol? Type = null)
{
    /// <summary>The value type in whose place an instance member of an interface runs, or <see langword="null"/>.</summary>
    public ITypeSymbol? Self => Method is { IsStatic: false, ContainingType.TypeKind: TypeKind.Interface } ? Type : null;
}
