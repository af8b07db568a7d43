using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>
/// Finds the numbers in readonly static fields of unmanaged types. A program is loaded after they have got their values, so these are
/// constants for its verification.
/// </summary>
internal sealed class LoadTimeConstants(FieldInitializers initializers)
{
    private static readonly Optional<object?> Zero = new(0);
    private static readonly Optional<object?> Unknown = default;

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _hasConstructor = new(SymbolEqualityComparer.Default);

    /// <summary>The number that an expression reads out of a readonly field or a part of it; no value where it is not known.</summary>
    /// <param name="operation">A reference to a field, or to a property that only reads one.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Optional<object?> Find(IOperation operation, CancellationToken cancellationToken)
    {
        var parts = new Stack<ISymbol>();
        while (operation is IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }
            && operation is IMemberReferenceOperation { Instance: { } container, Member: var part })
        {
            parts.Push(part);
            operation = container;
        }

        if (operation is not IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Type.IsUnmanagedType: true } field }
            || initializers.Declaration(field, cancellationToken) is not { } declaration
            || HasConstructor(field.ContainingType, cancellationToken))
        {
            return Unknown;
        }

        return declaration.Initializer is null
            ? Zero
            : Find(initializers.Value(field, cancellationToken), parts, cancellationToken);
    }

    /// <summary>Whether a static constructor may give the fields of a type other values than their declarations do.</summary>
    private bool HasConstructor(INamedTypeSymbol type, CancellationToken cancellationToken) => _hasConstructor.GetOrAdd(
        type.OriginalDefinition,
        definition => definition.StaticConstructors.Any(
            constructor => MethodBodies.Declaration(constructor, cancellationToken) is not null));

    private static Optional<object?> Find(IOperation? value, Stack<ISymbol> parts, CancellationToken cancellationToken)
    {
        while (value is { ConstantValue.HasValue: false } and IConversionOperation { OperatorMethod: null, Operand: var operand })
            value = operand;
        return value switch
        {
            null => Unknown,
            IDefaultValueOperation => Zero,
            { ConstantValue.HasValue: true } => parts.Count == 0 ? value.ConstantValue : Unknown,
            IObjectCreationOperation creation when parts.Count > 0 => FindPart(creation, parts, cancellationToken),
            _ => Unknown,
        };
    }

    /// <summary>The part of a struct that is made of constants: in its initializer, or as a parameter of its record.</summary>
    private static Optional<object?> FindPart(IObjectCreationOperation creation, Stack<ISymbol> parts, CancellationToken cancellationToken)
    {
        var part = parts.Pop();
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value: var value }
                && SymbolEqualityComparer.Default.Equals(member, part))
            {
                return Find(value, parts, cancellationToken);
            }
        }

        if (creation.Constructor is null or { IsImplicitlyDeclared: true, Parameters.IsEmpty: true })
            return Zero;
        if (part.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not ParameterSyntax declaration)
        {
            return Unknown;
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.DeclaringSyntaxReferences is [var parameter] && parameter.GetSyntax(cancellationToken) == declaration)
                return Find(argument.Value, parts, cancellationToken);
        }

        return Unknown;
    }
}
