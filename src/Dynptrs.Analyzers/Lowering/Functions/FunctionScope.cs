using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>What is lowered: a body and what its names mean.</summary>
internal sealed class FunctionScope
{
    private readonly Dictionary<IMethodSymbol, NestedFunctionReference> _nested;

    public FunctionScope(
        AnalyzedCompilation compilation,
        IMethodSymbol method,
        ControlFlowGraph graph,
        TypeSubstitution substitution,
        SyntaxNode body,
        BodyErrors errors,
        bool isProgramCode,
        FunctionScope? outer)
    {
        Compilation = compilation;
        Method = method;
        Graph = graph;
        Substitution = substitution;
        Body = body;
        Errors = errors;
        IsProgramCode = isProgramCode;
        Outer = outer;
        Callees = outer?.Callees ?? [];
        _nested = outer?._nested ?? new Dictionary<IMethodSymbol, NestedFunctionReference>(SymbolEqualityComparer.Default);
    }

    /// <summary>What is known of the compilation.</summary>
    public AnalyzedCompilation Compilation { get; }

    /// <summary>The method, local function or lambda.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>Its control flow graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>Its type arguments.</summary>
    public TypeSubstitution Substitution { get; }

    /// <summary>The syntax of its declaration.</summary>
    public SyntaxNode Body { get; }

    /// <summary>What of it does not compile.</summary>
    public BodyErrors Errors { get; }

    /// <summary>Whether it is held to the kernel's strictness.</summary>
    public bool IsProgramCode { get; }

    /// <summary>The function around a local function or lambda.</summary>
    public FunctionScope? Outer { get; }

    /// <summary>The outermost function.</summary>
    public FunctionScope Root => Outer?.Root ?? this;

    /// <summary>The value type in whose place a member of an interface runs, or <see langword="null"/>.</summary>
    public ITypeSymbol? Self { get; init; }

    /// <summary>The variables of the functions around it that it uses: its hidden parameters.</summary>
    public ImmutableArray<ISymbol> Captured { get; init; } = ImmutableArray<ISymbol>.Empty;

    /// <summary>The methods that were met in it, and in what is around it.</summary>
    public ConcurrentBag<MethodReference> Callees { get; }

    /// <summary>The one reference that stands for a method that it calls.</summary>
    /// <param name="method">The method, constructed with its type arguments.</param>
    /// <param name="self">The value type in whose place a member of an interface runs, or <see langword="null"/>.</param>
    public MethodReference Callee(IMethodSymbol method, ITypeSymbol? self = null)
    {
        var reference = Compilation.Function(method, IsProgramCode, self);
        Callees.Add(reference);
        return reference;
    }

    /// <summary>The one reference that stands for a local function or lambda.</summary>
    /// <param name="function">The function, constructed with its type arguments.</param>
    public NestedFunctionReference Nested(IMethodSymbol function)
    {
        lock (_nested)
        {
            if (!_nested.TryGetValue(function, out var reference))
            {
                reference = new NestedFunctionReference(this, function);
                _nested.Add(function, reference);
            }

            return reference;
        }
    }

    /// <summary>The type of a value in this function.</summary>
    public IrType IrTypeOf(ITypeSymbol type) => Compilation.Types.IrTypeOf(Substitution.Apply(type));

    /// <summary>The type of a pointer to values of a type in this function.</summary>
    public PointerType PointerTo(ITypeSymbol element, bool isReadOnly) => Compilation.Types.Pointer(IrTypeOf(element), isReadOnly);

    /// <summary>The type of what a method answers, a pointer when it returns by reference; <see langword="null"/> for nothing.</summary>
    public IrType? ResultTypeOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return method.ContainingType.IsValueType ? null : HandleType.Instance;
        if (method.ReturnsVoid)
            return null;
        return method.RefKind == RefKind.None
            ? IrTypeOf(method.ReturnType)
            : PointerTo(method.ReturnType, method.RefKind == RefKind.RefReadOnly);
    }
}
