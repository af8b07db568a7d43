using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Suggestions;

/// <summary>Finds the calls that write a slice back to its owner, in the style in which it was taken.</summary>
/// <param name="context">The code.</param>
/// <param name="taking">The call that took the slice.</param>
/// <param name="owner">The owner, as it is written.</param>
/// <param name="slice">The variable of the slice.</param>
internal sealed class WriteBack(FixContext context, InvocationExpressionSyntax taking, string owner, string slice)
{
    /// <summary>The calls, those that take a value as it is first.</summary>
    /// <param name="position">Where one is to stand.</param>
    public IEnumerable<string> Find(int position)
    {
        if (ContractArguments.Read(context, taking) is not { } taken
            || FindOffset(taken) is not { } offset
            || context.GetType(slice, position) is not INamedTypeSymbol view
            || context.GetType(owner, position) is not { } ownerType)
        {
            return [];
        }

        var qualifier = taken.Method.IsStatic ? ContractMethods.Qualify(taking) : owner + ".";
        var methods = taken.Method.IsStatic
            ? taken.Method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsStatic)
            : context.Model
                .LookupSymbols(position, ownerType, includeReducedExtensionMethods: true)
                .OfType<IMethodSymbol>()
                .Where(method => !method.IsStatic);
        return
            from method in methods.OrderByDescending(method => method.TypeParameters.Length)
            let contract = context.ReadContract(method.ReducedFrom ?? method)
            where contract is not null
            let arguments = GetArguments(method, contract, offset, view)
            where arguments is not null
            select $"{qualifier}{method.Name}({string.Join(", ", arguments)})";
    }

    /// <summary>The parameter that says where the slice starts, and its argument: the one number that is no length.</summary>
    private (string Name, string Value)? FindOffset(ContractArguments taken)
    {
        var numbers = taken.Method.Parameters
            .Select(parameter => (
                parameter.Name,
                Contract: taken.Contract.Parameters[parameter.Ordinal + taken.Contract.Parameters.Length - taken.Method.Parameters.Length]))
            .Where(parameter => parameter.Contract is { Type: ScalarType, IsConstantSize: false, LengthOf: < 0 })
            .ToList();
        if (numbers is not [var number])
            return null;
        var given = taking.ArgumentList.Arguments.FirstOrDefault(argument => taken.Find(argument) == number.Contract);
        // What is computed may be another number by then.
        return given is null ? (number.Name, "0")
            : context.Model.GetConstantValue(given.Expression, context.CancellationToken).HasValue
                || context.Model.GetSymbolInfo(given.Expression, context.CancellationToken).Symbol is ILocalSymbol or IParameterSymbol
                    ? (number.Name, given.Expression.WithoutTrivia().ToString())
                    : null;
    }

    private List<string>? GetArguments(
        IMethodSymbol method,
        MethodContract contract,
        (string Name, string Value) offset,
        INamedTypeSymbol view)
    {
        var first = contract.Parameters.Length - method.Parameters.Length;
        var arguments = new List<string>();
        bool hasOwner = first == 1 && contract.Parameters[0].IsWritten, hasOffset = false, hasMemory = false;
        foreach (var parameter in method.Parameters)
        {
            var declared = contract.Parameters[parameter.Ordinal + first];
            if (declared is { IsWritten: true, Type: OwnerType })
                (hasOwner, _) = (true, Add(owner));
            else if (declared.Type is ScalarType && parameter.Name == offset.Name)
                (hasOffset, _) = (true, Add(offset.Value));
            else if (!hasMemory && FindMemory(view, parameter) is { } memory)
                (hasMemory, _) = (true, Add(memory));
            else if (parameter.IsOptional)
                break;
            else if (declared.Type is ScalarType)
                Add("0");
            else
                return null;
        }

        return hasOwner && hasOffset && hasMemory ? arguments : null;

        bool Add(string argument)
        {
            arguments.Add(argument);
            return true;
        }
    }

    /// <summary>The member of a view that gives its memory as a parameter takes it.</summary>
    private string? FindMemory(INamedTypeSymbol view, IParameterSymbol parameter)
    {
        foreach (var property in view.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { IsIndexer: false, GetMethod: { } getter }
                && context.ReadContract(getter)?.Return.Dereferences == true
                && Fits(property, parameter))
            {
                return $"{slice}.{property.Name}";
            }
        }

        return null;
    }

    private static bool Fits(IPropertySymbol memory, IParameterSymbol parameter) => parameter.RefKind == RefKind.In
        ? memory.ReturnsByRef
            && (parameter.Type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(memory.Type, parameter.Type))
        : memory.Type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] }
            && parameter is
            {
                RefKind: RefKind.None,
                Type: INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] },
            };
}
