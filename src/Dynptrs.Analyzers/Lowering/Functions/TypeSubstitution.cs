using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>The type arguments of a generic callee: its operations are those of the definition, in terms of type parameters.</summary>
internal sealed class TypeSubstitution
{
    private readonly Dictionary<ITypeSymbol, ITypeSymbol> _arguments = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;

    /// <summary>Collects the type arguments of a method and of the types around it.</summary>
    /// <param name="method">The constructed method.</param>
    /// <param name="outer">What holds in the function around a local function or lambda.</param>
    /// <param name="compilation">The compilation, which makes array and pointer types.</param>
    public TypeSubstitution(IMethodSymbol method, TypeSubstitution? outer, Compilation compilation)
    {
        _compilation = compilation;
        if (outer is not null)
        {
            foreach (var pair in outer._arguments)
                _arguments[pair.Key] = pair.Value;
        }

        Add(method.TypeParameters, method.TypeArguments, method.OriginalDefinition.TypeParameters);
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            Add(type.TypeParameters, type.TypeArguments, type.OriginalDefinition.TypeParameters);
    }

    /// <summary>Whether nothing is substituted.</summary>
    public bool IsEmpty => _arguments.Count == 0;

    /// <summary>Substitutes in a type.</summary>
    public ITypeSymbol Apply(ITypeSymbol type)
    {
        if (_arguments.Count == 0)
            return type;
        switch (type)
        {
            case ITypeParameterSymbol:
                return _arguments.TryGetValue(type, out var argument) ? argument : type;
            case IArrayTypeSymbol array:
                var element = Apply(array.ElementType);
                return Same(element, array.ElementType) ? type : _compilation.CreateArrayTypeSymbol(element, array.Rank);
            case IPointerTypeSymbol pointer:
                var target = Apply(pointer.PointedAtType);
                return Same(target, pointer.PointedAtType) ? type : _compilation.CreatePointerTypeSymbol(target);
            case INamedTypeSymbol named:
                return Apply(named);
            default:
                return type;
        }
    }

    /// <summary>Substitutes in a method that is called.</summary>
    public IMethodSymbol Apply(IMethodSymbol method)
    {
        if (_arguments.Count == 0 || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
            return method.Arity > 0 && _arguments.Count > 0 ? Construct(method, method) : method;
        var result = method;
        if (method.ContainingType is { } containing && Apply(containing) is INamedTypeSymbol type && !Same(type, containing))
            result = Member(type, method.OriginalDefinition) ?? method;
        return method.Arity == 0 ? result : Construct(result, method);
    }

    private static bool Same(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static IMethodSymbol? Member(INamedTypeSymbol type, IMethodSymbol definition)
    {
        foreach (var member in type.GetMembers(definition.Name))
        {
            if (member is IMethodSymbol method && SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, definition))
                return method;
        }

        return null;
    }

    private IMethodSymbol Construct(IMethodSymbol generic, IMethodSymbol original)
    {
        var arguments = new ITypeSymbol[original.TypeArguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Apply(original.TypeArguments[i]);
        return generic.ConstructedFrom.Construct(arguments);
    }

    private INamedTypeSymbol Apply(INamedTypeSymbol type)
    {
        if (type.IsUnboundGenericType)
            return type;
        var containing = type.ContainingType is { } outer ? Apply(outer) : null;
        var changed = containing is not null && !Same(containing, type.ContainingType!);
        var arguments = new ITypeSymbol[type.TypeArguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Apply(type.TypeArguments[i]);
            changed |= !Same(arguments[i], type.TypeArguments[i]);
        }

        if (!changed)
            return type;
        var definition = type.OriginalDefinition;
        if (containing is not null)
        {
            var members = containing.GetTypeMembers(type.Name, type.Arity);
            if (members.IsEmpty)
                return type;
            definition = members[0].OriginalDefinition.Equals(type.OriginalDefinition, SymbolEqualityComparer.Default)
                ? members[0]
                : definition;
        }

        return arguments.Length == 0 ? definition : definition.Construct(arguments);
    }

    private void Add(
        ImmutableArray<ITypeParameterSymbol> parameters,
        ImmutableArray<ITypeSymbol> arguments,
        ImmutableArray<ITypeParameterSymbol> definitions)
    {
        for (var i = 0; i < parameters.Length && i < definitions.Length; i++)
        {
            if (!Same(definitions[i], arguments[i]))
                _arguments[definitions[i]] = arguments[i];
        }
    }
}
