using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers;

/// <summary>Decides cheaply whether a body has anything to verify: most bodies have not.</summary>
internal sealed class BodyGate(AnalyzedCompilation compilation)
{
    /// <summary>How many methods are looked into for one that calls them. Where there are more, the verifier finds out.</summary>
    private const int MaxMethods = 100;

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Content> _contents = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a body mentions an owner, a view, or a delegate that takes one, or calls a method with a contract, by itself or through the
    /// methods into which its calls are followed; or is a program.
    /// </summary>
    public bool IsWorthVerifying(ISymbol member, ImmutableArray<IOperation> blocks)
    {
        return (member is IMethodSymbol method
                && (compilation.Known.Has(method, ContractAttribute.BpfProgram) || compilation.Contracts.HasContract(method)))
            || Reaches(_contents.GetOrAdd(member.OriginalDefinition, _ => Read(blocks)));
    }

    /// <summary>Whether it is the body of a member, or a value that it starts with, and no attribute.</summary>
    private static bool IsRun(IOperation block) => block.Kind is not (OperationKind.Attribute or OperationKind.ParameterInitializer);

    private bool Reaches(Content content)
    {
        if (content.IsTracked || content.Calls.IsEmpty)
            return content.IsTracked;
        var visited = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<(IMethodSymbol Method, int Depth)>();
        Enqueue(content, 0);
        while (pending.Count > 0)
        {
            var (method, depth) = pending.Dequeue();
            var called = _contents.GetOrAdd(method, _ => Read(compilation.Bodies.Operations(method, compilation.CancellationToken)));
            if (called.IsTracked || visited.Count > MaxMethods)
                return true;
            Enqueue(called, depth);
        }

        return false;

        void Enqueue(Content caller, int depth)
        {
            foreach (var method in caller.Calls)
            {
                var below = TakesReference(method) ? depth : depth + 1;
                if (below <= VerifierOptions.Default.MaxUntrackedFrames && visited.Add(method))
                    pending.Enqueue((method, below));
            }
        }
    }

    /// <summary>Whether something may be handed over that is followed: then the call is, wherever it leads.</summary>
    private static bool TakesReference(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || parameter.Type.TypeKind is TypeKind.Delegate or TypeKind.Pointer)
                return true;
        }

        return false;
    }

    private Content Read(ImmutableArray<IOperation> blocks)
    {
        var calls = ImmutableHashSet.CreateBuilder<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var block in blocks)
        {
            if (IsRun(block) && Mentions(block, calls))
                return Content.Tracked;
        }

        return calls.Count == 0 ? Content.Nothing : new Content(IsTracked: false, [.. calls]);
    }

    private bool Mentions(IOperation operation, ICollection<IMethodSymbol> calls)
    {
        if (operation.Type is { } type && IsTracked(type))
            return true;
        foreach (var method in CalledMethods.Of(operation))
        {
            if (method is null)
                continue;
            if (compilation.Contracts.HasContract(method))
                return true;
            if (MethodBodies.Declaration(method, compilation.CancellationToken) is not null)
                calls.Add(method.OriginalDefinition);
        }

        foreach (var child in operation.ChildOperations)
        {
            if (Mentions(child, calls))
                return true;
        }

        return false;
    }

    private bool IsTracked(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || type.TypeKind is not (TypeKind.Struct or TypeKind.Delegate))
            return false;
        if (_types.TryGetValue(type, out var known))
            return known;
        known = type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            ? MethodReference.TakesTracked(compilation, invoke)
            : compilation.Types.IrTypeOf(type) is { } lowered && (lowered is OwnerType or ViewType || lowered.ContainsOwner);
        _types.TryAdd(type, known);
        return known;
    }

    /// <summary>What a body does that may concern the verifier.</summary>
    /// <param name="IsTracked">Whether it mentions something that is followed.</param>
    /// <param name="Calls">The methods with bodies that it calls.</param>
    private sealed record Content(bool IsTracked, ImmutableArray<IMethodSymbol> Calls)
    {
        public static Content Tracked { get; } = new(IsTracked: true, []);

        public static Content Nothing { get; } = new(IsTracked: false, []);
    }
}
