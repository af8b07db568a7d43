using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>What the <c>[BpfHelper]</c> of a member says.</summary>
/// <param name="Member">The method or property.</param>
/// <param name="Method">The method, or the accessor that is called.</param>
/// <param name="Name">The kernel's name.</param>
/// <param name="HasStub">Whether a stub forwards to it.</param>
/// <param name="DynptrForm">The kernel's name of the helper that does the same with a dynptr, or <see langword="null"/>.</param>
/// <param name="Order">The names of the parameters in the order of the kernel's arguments, <see cref="This"/> for the receiver.</param>
internal sealed record HelperFacts(
    ISymbol Member,
    IMethodSymbol Method,
    string Name,
    bool HasStub,
    string? DynptrForm,
    ImmutableArray<string> Order)
{
    /// <summary>The name of the receiver in contracts.</summary>
    public const string This = "this";

    /// <summary>Reads a member, or answers <see langword="null"/> where it is no helper.</summary>
    public static HelperFacts? Read(FixContext context, ISymbol member)
    {
        member = member.OriginalDefinition;
        var method = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary } ordinary => ordinary,
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } => getter,
            _ => null,
        };
        if (method is null || context.FindHelper(member) is not { ConstructorArguments: [{ Value: string name }] } helper)
            return null;
        var names = method.Parameters.Select(parameter => parameter.Name);
        var order = helper.NamedArguments.FirstOrDefault(argument => argument.Key == "Arguments").Value
            is { Kind: TypedConstantKind.Array, IsNull: false, Values: { IsEmpty: false } values }
            ? values.Select(value => (string)value.Value!).Where(IsParameter)
            : ContractReader.HasReceiver(method) ? names.Prepend(This) : names;
        var hasStub = helper.NamedArguments.All(argument => argument is not { Key: "HasStub", Value.Value: false });
        var dynptrForm = helper.NamedArguments.FirstOrDefault(argument => argument.Key == "DynptrForm").Value.Value as string;
        return new HelperFacts(member, method, name, hasStub, dynptrForm, [.. order]);

        // The kernel takes sizes and numbers, too.
        bool IsParameter(string argument) => argument == This || method.Parameters.Any(parameter => parameter.Name == argument);
    }
}
