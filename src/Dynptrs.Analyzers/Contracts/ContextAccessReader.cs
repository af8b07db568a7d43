using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>Reads which fields of a context a member stands for.</summary>
internal static class ContextAccessReader
{
    /// <summary>What a call of the member reads or writes. What cannot be read is reported where it is declared.</summary>
    /// <param name="attribute">The <c>[KernelField]</c> of the member.</param>
    /// <param name="method">The member, or its accessor.</param>
    /// <param name="types">The types.</param>
    public static ImmutableArray<ContextAccess> Read(AttributeData attribute, IMethodSymbol method, TypeLowering types)
    {
        if (Names(attribute) is not { } names || ContextTable.Find(names.Context) is not { } context)
            return ImmutableArray<ContextAccess>.Empty;
        var isWrite = method.MethodKind == MethodKind.PropertySet;
        var accesses = ImmutableArray.CreateBuilder<ContextAccess>();
        foreach (var name in names.Fields)
        {
            if (ContextTable.Find(context, name) is not { } field)
                continue;
            // What is calculated from several fields reads each of them whole.
            var size = names.Fields.Length == 1 && ValueSize(method, isWrite, types) is { } bytes ? bytes : field.Size;
            accesses.Add(context.Access(field, size, isWrite));
            if (method.RefKind == RefKind.Ref)
                accesses.Add(context.Access(field, size, isWrite: true));
        }

        return accesses.ToImmutable();
    }

    /// <summary>The context and its fields that the attribute names, or <see langword="null"/> where it names none.</summary>
    /// <param name="attribute">The attribute.</param>
    public static (string Context, ImmutableArray<string> Fields)? Names(AttributeData attribute)
    {
        if (attribute.ConstructorArguments
            is not [{ Value: string context }, { Kind: TypedConstantKind.Array, IsNull: false, Values: var values }])
        {
            return null;
        }

        var fields = ImmutableArray.CreateBuilder<string>(values.Length);
        foreach (var value in values)
        {
            if (value.Value is string name)
                fields.Add(name);
        }

        return (context, fields.ToImmutable());
    }

    private static int? ValueSize(IMethodSymbol method, bool isWrite, TypeLowering types)
    {
        var type = isWrite ? method.Parameters[method.Parameters.Length - 1].Type : method.ReturnType;
        return types.IrTypeOf(type) is ScalarType { Size: var size } ? size : null;
    }
}
