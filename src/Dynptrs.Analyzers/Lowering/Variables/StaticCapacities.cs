using System.Collections.Concurrent;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>Finds how many entries static objects are made with: the argument for the constructor's capacity.</summary>
internal sealed class StaticCapacities(FieldInitializers initializers, KnownTypes known)
{
    private readonly ConcurrentDictionary<IFieldSymbol, int?> _capacities = new(SymbolEqualityComparer.Default);

    /// <summary>The constant capacity of the object in a field, or <see langword="null"/>.</summary>
    public int? Find(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (_capacities.TryGetValue(field, out var capacity))
            return capacity;
        capacity = Read(field, cancellationToken);
        _capacities.TryAdd(field, capacity);
        return capacity;
    }

    private int? Read(IFieldSymbol field, CancellationToken cancellationToken)
    {
        var operation = initializers.Value(field, cancellationToken);
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        if (operation is not IObjectCreationOperation { Arguments: var arguments })
            return null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && known.Has(parameter, ContractAttribute.Capacity))
                return argument.Value.ConstantValue is { HasValue: true, Value: int capacity } ? capacity : null;
        }

        return null;
    }
}
