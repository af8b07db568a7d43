using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>What the attributes about regions may name, and where they may stand.</summary>
internal static class RegionRules
{
    /// <summary>Whether the attribute is about a region.</summary>
    public static bool IsRegion(ContractAttribute kind) =>
        kind is ContractAttribute.AllowedInRegion or ContractAttribute.EntersRegion or ContractAttribute.LeavesRegion
            or ContractAttribute.NeedsRegion;

    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    /// <param name="kind">The attribute.</param>
    /// <param name="attribute">The attribute as it is written.</param>
    /// <param name="known">The attributes of the compilation.</param>
    public static string? Judge(ContractAttribute kind, AttributeData attribute, KnownTypes known) =>
        attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }] && known.Region(type) is null
            ? $"`[{kind}]` names `{type.Name}`, which is no region: give the type `[Region]`"
            : null;

    /// <summary>Says what is wrong with a parameter on which one stands.</summary>
    public static string? JudgeParameter(ParameterContract parameter) => parameter switch
    {
        { Type: ScalarType, Passing: ArgumentPassing.Value } or { Type: StructType, Passing: ArgumentPassing.Value } =>
            "must stand on a lock that is passed by reference, an object or an owner: a copy is another lock",
        { Type: OwnerType, Acquires: false, Releases: false } => "must stand on an owner that the call acquires or releases",
        _ => null,
    };
}
