using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>Gives the variables and maps that static fields of the compilation stand for, each once.</summary>
internal sealed class GlobalVariables(
    KnownTypes known,
    TypeLowering types,
    FieldInitializers initializers,
    StaticCreations creations)
{
    private readonly ConcurrentDictionary<IFieldSymbol, GlobalVariable> _variables = new(SymbolEqualityComparer.Default);

    /// <summary>The variable or map that a static field stands for.</summary>
    public GlobalVariable Of(IFieldSymbol field, CancellationToken cancellationToken) =>
        _variables.TryGetValue(field, out var variable) ? variable : _variables.GetOrAdd(field, Make(field, cancellationToken));

    private GlobalVariable Make(IFieldSymbol field, CancellationToken cancellationToken)
    {
        var loadTime = known.LoadTimeAttribute(field) is { } attribute ? LoadTimeSetting.Read(field, attribute)?.Values : null;
        var site = new Site(initializers.Declaration(field, cancellationToken));
        return new GlobalVariable(TypeLowering.FieldName(field), field.ContainingType.Name, site)
        {
            Type = types.IrTypeOf(field.Type),
            IsReadOnly = field.IsReadOnly || loadTime is not null,
            LoadTime = loadTime,
            Map = known.Map(field.Type) is { } map ? Map(field, map, cancellationToken) : null,
            // What a static constructor gives a variable that host code sets, host code has set.
            InitialValue = loadTime is null && HasConstructor(field.ContainingType, cancellationToken)
                ? null
                : InitialValue(field, cancellationToken),
        };
    }

    private static bool HasConstructor(INamedTypeSymbol type, CancellationToken cancellationToken) => type.StaticConstructors.Any(
        constructor => MethodBodies.Declaration(constructor, cancellationToken) is not null);

    private MapDefinition Map(IFieldSymbol field, MapContract map, CancellationToken cancellationToken)
    {
        var arguments = ((INamedTypeSymbol)field.Type).TypeArguments.Select(types.IrTypeOf).ToArray();
        var key = map switch
        {
            { HasKeys: false } => null,
            { Key: { } type } => types.IrTypeOf(type),
            _ => arguments.Length switch { 0 => null, 1 => ScalarType.U32, _ => arguments[arguments.Length - 2] },
        };
        var value = map.Value is { } element ? types.IrTypeOf(element) : arguments.LastOrDefault();
        return new MapDefinition(map.Type, key, value, creations.Capacity(field, cancellationToken))
        {
            Flags = creations.Flags(field, cancellationToken) | map.Flags,
            ExceptSleepable = map.ExceptSleepable,
        };
    }

    /// <summary>What a field begins with, where that is a number, or zeroes.</summary>
    private long? InitialValue(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (initializers.Declaration(field, cancellationToken) is not { } declaration)
            return null;
        if (declaration.Initializer is null)
            return 0;
        return initializers.Value(field, cancellationToken) switch
        {
            { ConstantValue: { HasValue: true, Value: { } value } } => Number(value),
            { ConstantValue.HasValue: false, Kind: OperationKind.DefaultValue } => 0,
            _ => null,
        };
    }

    private static long? Number(object value) => value switch
    {
        bool flag => flag ? 1 : 0,
        char character => character,
        ulong large => unchecked((long)large),
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
