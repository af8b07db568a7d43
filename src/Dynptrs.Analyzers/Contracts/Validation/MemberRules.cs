using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>What a contract attribute asks of the member on which it stands.</summary>
internal static class MemberRules
{
    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    /// <param name="kind">The attribute.</param>
    /// <param name="method">The contract of the member.</param>
    /// <param name="hasReceiver">Whether the member has a receiver.</param>
    public static string? Judge(ContractAttribute kind, MethodContract method, bool hasReceiver)
    {
        var receiver = method.Parameters.Length > 0 ? method.Parameters[0] : null;
        var reason = kind switch
        {
            ContractAttribute.Acquires or ContractAttribute.Releases or ContractAttribute.Dereferences or ContractAttribute.Trusted
                or ContractAttribute.MapMemory or ContractAttribute.Writes when !hasReceiver =>
                "must stand on a member with a receiver, or on the parameter that it is about",
            ContractAttribute.Acquires when receiver is not { Type: OwnerType, Passing: ArgumentPassing.Out or ArgumentPassing.Ref } =>
                "must stand on a member that changes its receiver, an owner",
            ContractAttribute.Releases when receiver is { Type: OwnerType, Passing: not ArgumentPassing.Ref } =>
                "must stand on a member that may change its receiver: a readonly one cannot end it",
            ContractAttribute.Releases when receiver is { IsBorrowed: true } =>
                "contradicts `[Borrowed]` on its receiver: what is lent may not be released",
            ContractAttribute.Releases when receiver is { Acquires: true } =>
                "contradicts `[Acquires]`: one call does one thing to an owner",
            ContractAttribute.InvalidatesSlices when receiver is null =>
                "must stand on a member with a receiver, or on the parameter that it is about",
            ContractAttribute.InvalidatesSlices when receiver is { Type: not (OwnerType or OpaqueType), Invalidates.Of.IsEmpty: true } =>
                "must stand on a member of an owner, or say with `Of` the slices of which kinds become invalid",
            ContractAttribute.Writes when receiver is { Type: not (OwnerType or OpaqueType) } =>
                "must stand on a member of an owner, whose memory is written",
            ContractAttribute.MapMemory when receiver is { Type: OwnerType } or { Passing: ArgumentPassing.Value } =>
                "must stand on a member of a struct, whose memory it is about",
            ContractAttribute.NullTest when method.Return.Type != ScalarType.Bool => "must stand on a member that answers a bool",
            ContractAttribute.NullTest when receiver?.Type is null or ScalarType or OwnerType =>
                "must stand on a member of a view, or on an operator for one",
            ContractAttribute.PacketData or ContractAttribute.PacketEnd or ContractAttribute.PacketMetadata
                when !hasReceiver || method.Return.Type is not ViewType { IsPointer: true } =>
                "must stand on a member of a context that gives a view with pointer arithmetic",
            ContractAttribute.LengthOf when !hasReceiver || method.Return.Type is not ScalarType =>
                "must stand on a member of a view that answers a number",
            _ => null,
        };
        return reason is null ? null : $"`[{kind}]` on `{method.Name}` {reason}";
    }
}
