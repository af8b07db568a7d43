using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers;

/// <summary>Decides cheaply whether a body has anything to verify: most bodies have not.</summary>
internal sealed class BodyGate(AnalyzedCompilation compilation)
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a body mentions an owner, a view, or a delegate that takes one, calls a method with a contract, or is a program.
    /// </summary>
    public bool IsWorthVerifying(IMethodSymbol method, ImmutableArray<IOperation> blocks)
    {
        var isWorthIt = compilation.Known.Has(method, ContractAttribute.BpfProgram) || compilation.Contracts.HasContract(method);
        foreach (var block in blocks)
            isWorthIt = isWorthIt || (block.Kind is OperationKind.Block or OperationKind.MethodBody && Mentions(block));
        return isWorthIt;
    }

    private bool Mentions(IOperation operation)
    {
        if (operation.Type is { } type && IsTracked(type))
            return true;
        var isMentioned = operation switch
        {
            IInvocationOperation call => compilation.Contracts.HasContract(call.TargetMethod),
            IPropertyReferenceOperation { Property: var property } => HasContract(property.GetMethod) || HasContract(property.SetMethod),
            IObjectCreationOperation { Constructor: { } constructor } => compilation.Contracts.HasContract(constructor),
            IConversionOperation { OperatorMethod: { } conversion } => compilation.Contracts.HasContract(conversion),
            _ => false,
        };
        if (isMentioned)
            return true;
        foreach (var child in operation.ChildOperations)
        {
            if (Mentions(child))
                return true;
        }

        return false;
    }

    private bool HasContract(IMethodSymbol? accessor) => accessor is not null && compilation.Contracts.HasContract(accessor);

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
}
