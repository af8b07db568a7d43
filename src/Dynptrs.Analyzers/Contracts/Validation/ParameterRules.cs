using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>What a contract attribute asks of the parameter on which it stands.</summary>
internal static class ParameterRules
{
    /// <summary>Whether the attribute says what the call does to an owner: of these, a parameter has one.</summary>
    public static bool IsFate(ContractAttribute kind) =>
        kind is ContractAttribute.Acquires or ContractAttribute.Borrowed or ContractAttribute.CloneOf or ContractAttribute.Initializes
            or ContractAttribute.Releases;

    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    /// <param name="kind">The attribute.</param>
    /// <param name="symbol">The parameter.</param>
    /// <param name="method">The contract of its method.</param>
    /// <param name="index">Its index in the contract.</param>
    /// <param name="isGeneric">Whether its type is a type parameter, which may stand for anything.</param>
    public static string? Judge(ContractAttribute kind, IParameterSymbol symbol, MethodContract method, int index, bool isGeneric)
    {
        var parameter = method.Parameters[index];
        var reason = kind switch
        {
            ContractAttribute.Acquires => Out(parameter, isGeneric, "in which the reference comes back"),
            ContractAttribute.Initializes => Out(parameter, isGeneric, "which the call makes"),
            ContractAttribute.CloneOf => Out(parameter, isGeneric, "which becomes the clone") ?? Owner(method, parameter.CloneOf),
            ContractAttribute.Releases => Releases(parameter, isGeneric),
            ContractAttribute.Borrowed
                when !isGeneric && parameter is not { Type: OwnerType, Passing: ArgumentPassing.Ref or ArgumentPassing.In } =>
                "must stand on a `ref` or `in` parameter of an owner, which alone can be lent",
            ContractAttribute.BounceBuffer when !IsMemory(parameter) => "must stand on a span or a `ref`, to which bytes can be copied",
            ContractAttribute.BounceBuffer when method.Return.SliceOf < 0 => "says where a slice may lie, but the call gives none",
            ContractAttribute.ConstantForm or ContractAttribute.WakesUp when parameter.Type is not ScalarType => "must stand on a number",
            ContractAttribute.Writes when !isGeneric && parameter is not { Type: OwnerType } && !IsMemory(parameter) =>
                "must stand on an owner, a span or a `ref`, whose memory is written",
            ContractAttribute.Callback => Callback(symbol, method, parameter),
            ContractAttribute.ConstantSize or ContractAttribute.LengthOf or ContractAttribute.Capacity
                when parameter.Type is not ScalarType =>
                "must stand on a number",
            ContractAttribute.LengthOf => Buffer(method, parameter.LengthOf),
            ContractAttribute.MinimumSize => MinimumSize(parameter, isGeneric),
            ContractAttribute.ConstantString when parameter
                is not { Type: PointerType { IsReadOnly: true, Element: ScalarType { Size: 1 } }, Passing: ArgumentPassing.Value } =>
                "must stand on a `ReadOnlySpan<byte>`, the characters of the string",
            ContractAttribute.ConstantString when parameter.MayBeNull => "contradicts `[MayBeNull]`: a string is there",
            ContractAttribute.ReadOnlyOrigin when !isGeneric && !IsReadOnly(parameter) =>
                "must stand on an `in` parameter or a read-only span, which is only read",
            ContractAttribute.ReadOnlyOrigin when parameter.IsWritten => "contradicts `[Writes]`: what is read-only is not written",
            ContractAttribute.MapMemory when !isGeneric && !IsMemory(parameter) =>
                "must stand on a span or a `ref`, the memory that it is about",
            ContractAttribute.EntersRegion or ContractAttribute.LeavesRegion or ContractAttribute.NeedsRegion when !isGeneric =>
                RegionRules.JudgeParameter(parameter),
            ContractAttribute.MayBeNull when parameter.Type is ScalarType or StructType => "stands on a value that is never null",
            ContractAttribute.DependsOn => DependsOn(method, parameter.Acquires || parameter.Initializes, parameter.DependsOn),
            ContractAttribute.InvalidatesSlices
                when !isGeneric && parameter.Type is not OwnerType && parameter.Invalidates is not { Of.IsEmpty: false } =>
                "must stand on an owner, or say with `Of` the slices of which kinds become invalid",
            _ => null,
        };
        return reason is null ? null : $"`[{kind}]` on `{symbol.Name}` {reason}";
    }

    /// <summary>What is wrong with naming the buffer that a length goes with.</summary>
    public static string? Buffer(MethodContract method, int buffer) =>
        buffer >= 0 && !IsMemory(method.Parameters[buffer])
            ? $"names `{method.Parameters[buffer].Name}`, which is no span and not passed by reference"
            : null;

    /// <summary>What is wrong with naming a parent.</summary>
    public static string? DependsOn(MethodContract method, bool makesOne, int parent)
    {
        if (!makesOne)
            return "says of whom something is a child, but nothing is acquired or made there";
        return parent >= 0 && method.Parameters[parent].Type is ScalarType
            ? $"names `{method.Parameters[parent].Name}`, which is a number and can have no children"
            : null;
    }

    /// <summary>What is wrong with naming an owner.</summary>
    public static string? Owner(MethodContract method, int owner) =>
        owner >= 0 && method.Parameters[owner].Type is not (OwnerType or OpaqueType)
            ? $"names `{method.Parameters[owner].Name}`, which is no owner"
            : null;

    private static string? Out(ParameterContract parameter, bool isGeneric, string what) =>
        isGeneric || parameter is { Type: OwnerType, Passing: ArgumentPassing.Out }
            ? null
            : $"must stand on an `out` parameter of an owner, {what}";

    private static string? Releases(ParameterContract parameter, bool isGeneric) => (parameter.Type, parameter.Passing) switch
    {
        _ when isGeneric => null,
        (OwnerType, ArgumentPassing.Ref) => null,
        (OwnerType, _) => "must stand on a `ref` parameter: what is released ends for the caller, too",
        (HandleType or ViewType or PointerType, ArgumentPassing.Value) => null,
        (HandleType or ViewType or PointerType, _) => "must stand on a parameter that is passed by value: who releases takes the object",
        _ => "must stand on an owner, a view or an object, which alone can be released",
    };

    private static string? Callback(IParameterSymbol symbol, MethodContract method, ParameterContract parameter)
    {
        if (symbol.Type.TypeKind != TypeKind.Delegate)
            return "must stand on a delegate";
        return parameter.Callback is { Runs: >= 0 and var runs } && method.Parameters[runs].Type is not ScalarType
            ? $"names `{method.Parameters[runs].Name}` as the number of its runs, which is no number"
            : null;
    }

    private static string? MinimumSize(ParameterContract parameter, bool isGeneric)
    {
        if (!isGeneric && parameter.Type is not ScalarType && !IsMemory(parameter))
            return "must stand on a number, a span or a `ref`, which has a size";
        if (parameter.MinimumSize < 0)
            return $"asks for {parameter.MinimumSize} bytes";
        return parameter.MayBeNull ? "contradicts `[MayBeNull]`: memory must be there or not" : null;
    }

    private static bool IsReadOnly(ParameterContract parameter) => parameter.Passing switch
    {
        ArgumentPassing.In => parameter.Type is not OwnerType,
        ArgumentPassing.Value => parameter.Type is PointerType { IsReadOnly: true } or ViewType { IsReadOnly: true },
        _ => false,
    };

    private static bool IsMemory(ParameterContract parameter) =>
        parameter.Passing == ArgumentPassing.Value
            ? parameter.Type is PointerType
            : parameter.Type is not OwnerType && parameter.Passing != ArgumentPassing.Out;
}
