using System.Collections.Concurrent;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>Finds what static objects are made with: the arguments for the constructor's capacity and flags.</summary>
internal sealed class StaticCreations(FieldInitializers initializers, KnownTypes known)
{
    private readonly ConcurrentDictionary<IFieldSymbol, Creation> _creations = new(SymbolEqualityComparer.Default);

    /// <summary>The constant capacity of the object in a field, or <see langword="null"/>.</summary>
    public int? Capacity(IFieldSymbol field, CancellationToken cancellationToken) => Find(field, cancellationToken).Capacity;

    /// <summary>The flags of the map in a field: none where its constructor takes none, <see langword="null"/> where they are not constant.</summary>
    public long? Flags(IFieldSymbol field, CancellationToken cancellationToken) => Find(field, cancellationToken).Flags;

    private Creation Find(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (_creations.TryGetValue(field, out var creation))
            return creation;
        creation = Read(field, cancellationToken);
        _creations.TryAdd(field, creation);
        return creation;
    }

    private Creation Read(IFieldSymbol field, CancellationToken cancellationToken)
    {
        var creation = new Creation(Capacity: null, Flags: 0);
        var operation = initializers.Value(field, cancellationToken);
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        if (operation is not IObjectCreationOperation { Arguments: var arguments })
            return creation;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            var value = argument.Value.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null;
            if (known.Has(parameter, ContractAttribute.Capacity))
                creation = creation with { Capacity = value as int? };
            else if (known.Has(parameter, ContractAttribute.CreationFlags))
                creation = creation with { Flags = value as uint? };
        }

        return creation;
    }

    private sealed record Creation(int? Capacity, long? Flags);
}
