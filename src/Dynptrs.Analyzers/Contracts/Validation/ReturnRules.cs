using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>What a contract attribute asks of the returned value on which it stands.</summary>
internal static class ReturnRules
{
    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    public static string? Judge(ContractAttribute kind, MethodContract method)
    {
        var result = method.Return;
        var reason = kind switch
        {
            ContractAttribute.Acquires when result.Type is null or ScalarType or StructType =>
                "must stand on an owner, a view or an object, which alone can be released",
            ContractAttribute.Acquires when result.Initializes => "contradicts `[Initializes]`: the owner holds a reference or it does not",
            ContractAttribute.AtMostLengthOf when result.Type is not ScalarType || result.Type == ScalarType.Bool =>
                "must stand on a number",
            ContractAttribute.AtMostLengthOf => ParameterRules.Buffer(method, result.AtMostLengthOf),
            ContractAttribute.Counts when result.Type is null or ScalarType => "must stand on something that is enumerated",
            ContractAttribute.EndsLoops when method.Parameters is not [{ Passing: ArgumentPassing.Ref }, ..] =>
                "must stand on what a member gives that changes its receiver, the iterator",
            ContractAttribute.EndsLoops when result.Type is not ViewType && result.Type != ScalarType.Bool =>
                "must stand on a view or a bool, which is null or false in the end",
            ContractAttribute.EntersRegion when !result.Acquires => "must stand beside `[Acquires]`: the region is left when that is released",
            ContractAttribute.Initializes when result.Type is not (OwnerType or OpaqueType) =>
                "must stand on an owner, which the call makes",
            ContractAttribute.SameAs or ContractAttribute.Untrusted when result.Type is not HandleType =>
                "must stand on an object of the kernel's",
            ContractAttribute.SliceOf when result.Type is not (ViewType or PointerType) =>
                "must stand on a view, a span or a ref, which points into the owner",
            ContractAttribute.SliceOf when result.Acquires =>
                "contradicts `[Acquires]`: a slice goes with its owner, and is not given back itself",
            ContractAttribute.SliceOf => ParameterRules.Owner(method, result.SliceOf),
            ContractAttribute.MayBeNull when result.Type is null or ScalarType or StructType or OwnerType =>
                "stands on a value that is never null",
            ContractAttribute.Decides when result.Type is not ScalarType =>
                "must stand on a number or a bool that tells whether the call did its work",
            ContractAttribute.LengthOf when result.Type is not ViewType { Element: not null } =>
                "must stand on a view of a type, whose size is the length",
            ContractAttribute.LengthOf => ParameterRules.Buffer(method, result.LengthOf),
            ContractAttribute.ReadOnlyOrigin when result.Type is not (ViewType { IsReadOnly: true } or PointerType { IsReadOnly: true }) =>
                "must stand on a view, a span or a ref that is only read",
            ContractAttribute.DependsOn => ParameterRules.DependsOn(method, result.Acquires || result.Initializes, result.DependsOn),
            ContractAttribute.InRange when result.Type is not ScalarType || result.Type == ScalarType.Bool => "must stand on a number",
            ContractAttribute.InRange when result.Range is { } range && range.Min > range.Max =>
                $"leaves nothing to return: {range.Min} is greater than {range.Max}",
            _ => null,
        };
        return reason is null ? null : $"`[{kind}]` on what `{method.Name}` returns {reason}";
    }
}
