using System;
using System.Collections.Concurrent;
using System.Threading;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers;

/// <summary>What is known of a compilation: its types, its contracts, and the functions that were met.</summary>
internal sealed class AnalyzedCompilation
{
    private readonly ConcurrentDictionary<(IMethodSymbol Method, bool IsProgramCode, ITypeSymbol? Self), MethodReference> _functions =
        new(FunctionKeyComparer.Instance);

    private readonly ConcurrentDictionary<ISymbol, InitializerReference>[] _initializers =
        [new(SymbolEqualityComparer.Default), new(SymbolEqualityComparer.Default)];

    private readonly Lazy<AnalyzedCompilation> _checked;

    public AnalyzedCompilation(
        Compilation compilation,
        KnownTypes known,
        CancellationToken cancellationToken,
        AnalysisOptions? options = null)
    {
        Compilation = compilation;
        Known = known;
        CancellationToken = cancellationToken;
        Options = options;
        Types = new TypeLowering(known, new MetadataLayout(compilation));
        Contracts = new ContractReader(known, Types);
        Bodies = new MethodBodies(compilation, asksCompiler: false);
        var initializers = new FieldInitializers(compilation);
        Creations = new StaticCreations(initializers, known);
        LoadTimeConstants = new LoadTimeConstants(initializers);
        Globals = new GlobalVariables(known, Types, initializers, Creations);
        Helpers = new HelperNames(known);
        Intrinsics = new IntrinsicTable();
        Gate = new BodyGate(this);
        Verdicts = new RootVerdicts(this);
        _checked = new Lazy<AnalyzedCompilation>(() => new AnalyzedCompilation(this));
    }

    private AnalyzedCompilation(AnalyzedCompilation quick)
    {
        Compilation = quick.Compilation;
        Known = quick.Known;
        CancellationToken = quick.CancellationToken;
        Options = quick.Options;
        Types = quick.Types;
        Contracts = quick.Contracts;
        Bodies = new MethodBodies(Compilation, asksCompiler: true);
        Creations = quick.Creations;
        LoadTimeConstants = quick.LoadTimeConstants;
        Globals = quick.Globals;
        Helpers = quick.Helpers;
        Intrinsics = quick.Intrinsics;
        Gate = quick.Gate;
        Verdicts = new RootVerdicts(this);
        _checked = new Lazy<AnalyzedCompilation>(() => this);
    }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>The contract attributes.</summary>
    public KnownTypes Known { get; }

    /// <summary>
    /// The same, where each body that is lowered was checked by the compiler: asked when something is found in what was not, for most has
    /// no errors, and finds nothing.
    /// </summary>
    public AnalyzedCompilation Checked => _checked.Value;

    /// <summary>The types.</summary>
    public TypeLowering Types { get; }

    /// <summary>The contracts.</summary>
    public ContractReader Contracts { get; }

    /// <summary>Where bodies are found.</summary>
    public MethodBodies Bodies { get; }

    /// <summary>What static objects are made with.</summary>
    public StaticCreations Creations { get; }

    /// <summary>What static fields stand for in an object.</summary>
    public GlobalVariables Globals { get; }

    /// <summary>The numbers in readonly static fields.</summary>
    public LoadTimeConstants LoadTimeConstants { get; }

    /// <summary>The helpers that the kernel may have.</summary>
    public HelperNames Helpers { get; }

    /// <summary>The intrinsics that were met.</summary>
    public IntrinsicTable Intrinsics { get; }

    /// <summary>What decides whether a body has anything to verify.</summary>
    public BodyGate Gate { get; }

    /// <summary>What is reported of the methods that are verified on their own.</summary>
    public RootVerdicts Verdicts { get; }

    /// <summary>What is asked of the analysis; without it, the defaults.</summary>
    public AnalysisOptions? Options { get; }

    /// <summary>Ends the work early.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether the members of a type implement an owner or a view: they are trusted, and reach its fields.</summary>
    /// <param name="type">The type.</param>
    public bool IsImplementation(INamedTypeSymbol type) =>
        Known.Has(type, ContractAttribute.Owner) || Known.Has(type, ContractAttribute.View);

    /// <summary>Whether an exception that a method does not throw itself is followed on its way out.</summary>
    /// <param name="method">The method, or a local function or lambda in it.</param>
    public bool FollowsExceptions(IMethodSymbol method)
    {
        while (method.ContainingSymbol is IMethodSymbol outer)
            method = outer;
        return Options?.Of(method).ExceptionPaths == ExceptionPaths.All;
    }

    /// <summary>The one reference that stands for a method, as program code or as host code.</summary>
    /// <param name="method">The method, constructed with its type arguments.</param>
    /// <param name="isProgramCode">Whether it is held to the kernel's strictness.</param>
    /// <param name="self">The value type in whose place a member of an interface runs, or <see langword="null"/>.</param>
    public MethodReference Function(IMethodSymbol method, bool isProgramCode, ITypeSymbol? self = null)
    {
        var key = (method, isProgramCode, self);
        return _functions.TryGetValue(key, out var reference)
            ? reference
            : _functions.GetOrAdd(key, new MethodReference(this, method, isProgramCode, self));
    }

    /// <summary>The one reference that stands for the value that a field or a property is declared with.</summary>
    /// <param name="member">The field or property.</param>
    /// <param name="isProgramCode">Whether it is held to the kernel's strictness.</param>
    public InitializerReference Initializer(ISymbol member, bool isProgramCode) =>
        _initializers[isProgramCode ? 1 : 0].GetOrAdd(member, declared => new InitializerReference(this, declared, isProgramCode));
}
