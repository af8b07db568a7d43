using System.Collections.Concurrent;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>What lowering keeps for a compilation: types, contracts, and the functions that were met.</summary>
internal sealed class CompilationLowering
{
    private readonly ConcurrentDictionary<(IMethodSymbol Method, bool IsProgramCode), MethodReference> _functions = new(FunctionKeyComparer.Instance);

    public CompilationLowering(Compilation compilation, KnownTypes known, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Known = known;
        CancellationToken = cancellationToken;
        Types = new TypeLowering(known, new MetadataLayout(compilation));
        Contracts = new ContractReader(known, Types);
        Bodies = new MethodBodies(compilation);
        Capacities = new StaticCapacities(compilation, known);
    }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>The contract attributes.</summary>
    public KnownTypes Known { get; }

    /// <summary>The types.</summary>
    public TypeLowering Types { get; }

    /// <summary>The contracts.</summary>
    public ContractReader Contracts { get; }

    /// <summary>Where bodies are found.</summary>
    public MethodBodies Bodies { get; }

    /// <summary>The capacities of static objects.</summary>
    public StaticCapacities Capacities { get; }

    /// <summary>The intrinsics that were met.</summary>
    public IntrinsicTable Intrinsics { get; } = new();

    /// <summary>Ends the work early.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether the members of a type implement an owner or a view: they are trusted, and reach its fields.</summary>
    /// <param name="type">The type.</param>
    public bool IsTrusted(INamedTypeSymbol type) => Known.Has(type, ContractAttribute.Owner) || Known.Has(type, ContractAttribute.View);

    /// <summary>The one reference that stands for a method, as program code or as host code.</summary>
    /// <param name="method">The method, constructed with its type arguments.</param>
    /// <param name="isProgramCode">Whether it is held to the kernel's strictness.</param>
    public MethodReference Function(IMethodSymbol method, bool isProgramCode)
    {
        var key = (method, isProgramCode);
        return _functions.TryGetValue(key, out var reference)
            ? reference
            : _functions.GetOrAdd(key, new MethodReference(this, method, isProgramCode));
    }
}
