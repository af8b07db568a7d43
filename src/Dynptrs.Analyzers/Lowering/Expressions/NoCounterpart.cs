using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Names what has no counterpart in BPF.</summary>
internal static class NoCounterpart
{
    /// <summary>Why an expression or statement that is not lowered has no counterpart, and what it is.</summary>
    public static (OpaqueReason Reason, string Description) Of(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string } } => (OpaqueReason.Text, "a string"),
        { ConstantValue: { HasValue: true, Value: float or double } } => (OpaqueReason.FloatingPoint, "a floating-point number"),
        { ConstantValue: { HasValue: true, Value: decimal } } => (OpaqueReason.FloatingPoint, "a decimal number"),
        IInterpolatedStringOperation or IInterpolatedStringContentOperation => (OpaqueReason.Text, "an interpolated string"),
        IAwaitOperation => (OpaqueReason.Suspension, "an await"),
        { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => (OpaqueReason.Suspension, "a yield"),
        ITypeOfOperation => (OpaqueReason.RuntimeType, "a type object"),
        IDynamicInvocationOperation
            or IDynamicMemberReferenceOperation
            or IDynamicIndexerAccessOperation
            or IDynamicObjectCreationOperation =>
            (OpaqueReason.Dynamic, "a dynamic operation"),
        IAnonymousObjectCreationOperation => (OpaqueReason.Heap, "an object on the heap"),
        IArrayCreationOperation => (OpaqueReason.Heap, "an array on the heap"),
        ICollectionExpressionOperation => (OpaqueReason.Heap, "a collection on the heap"),
        ICaughtExceptionOperation => (OpaqueReason.Part, "an exception"),
        IEventReferenceOperation or IEventAssignmentOperation => (OpaqueReason.Dispatch, "an event"),
        IRangeOperation => (OpaqueReason.Other, "a range that is a value"),
        _ when Number(operation.Type) is { } number => number,
        _ => (OpaqueReason.Other, "an expression that BPF has not"),
    };

    /// <summary>Why arithmetic on some values has no counterpart, and what it is.</summary>
    public static (OpaqueReason Reason, string Description) OfArithmetic(ITypeSymbol? left, ITypeSymbol? right, bool isLifted)
    {
        if (Number(left) is { } first)
            return first;
        if (Number(right) is { } second)
            return second;
        if (left?.SpecialType == SpecialType.System_String || right?.SpecialType == SpecialType.System_String)
            return (OpaqueReason.Text, "an operation on strings");
        if (left?.TypeKind == TypeKind.Delegate || right?.TypeKind == TypeKind.Delegate)
            return (OpaqueReason.Dispatch, "an operation on delegates");
        return isLifted
            ? (OpaqueReason.Nullable, "arithmetic on nullable values")
            : (OpaqueReason.Other, "an operation that is not on integers");
    }

    /// <summary>Why a test of what a value is has no counterpart, and what it is.</summary>
    public static (OpaqueReason Reason, string Description) OfTest(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? (OpaqueReason.Nullable, "a test of a nullable value")
            : (OpaqueReason.RuntimeType, "a type test");

    /// <summary>Why matching a value against a constant has no counterpart, and what it is.</summary>
    public static (OpaqueReason Reason, string Description) OfComparison(ITypeSymbol type) => type switch
    {
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => (OpaqueReason.Nullable, "a test of a nullable value"),
        { IsReferenceType: true, SpecialType: not SpecialType.System_String } => (OpaqueReason.RuntimeType, "a type test"),
        _ => OfArithmetic(type, null, isLifted: false),
    };

    /// <summary>Why a call of a method that can be neither followed nor trusted has no counterpart, and what it is.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isDecidedLater">Whether the object decides which method runs.</param>
    public static (OpaqueReason Reason, string Description) OfCall(IMethodSymbol method, bool isDecidedLater)
    {
        var type = method.ContainingType;
        if (isDecidedLater)
            return (OpaqueReason.Dispatch, type.TypeKind == TypeKind.Interface ? "a call through an interface" : "a virtual call");
        // A property without a body stands for its field.
        if (method.AssociatedSymbol is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } property)
        {
            return property is { IsStatic: true, SetMethod: not null, Type.IsUnmanagedType: false }
                ? (OpaqueReason.ManagedStatic, "a static property of a managed type")
                : (OpaqueReason.NotFollowed, "a property");
        }

        if (IsSynthesized(method))
        {
            return (
                OpaqueReason.Synthesized,
                $"a call of `{NameOf(method)}`, which the compiler writes for {(type.IsRecord ? "the record" : "the type")} `{type.Name}`");
        }

        if (Number(type) is { } number)
            return number;
        if (Number(method.ReturnType) is { } result)
            return result;
        if (type.SpecialType == SpecialType.System_String || method.ReturnType.SpecialType == SpecialType.System_String)
            return (OpaqueReason.Text, "an operation on strings");
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return (OpaqueReason.Nullable, "a nullable value");
        return (
            OpaqueReason.Library,
            method.IsExtern ? "a call of native code" : $"a call into the library {type.ContainingAssembly?.Name}");
    }

    /// <summary>Whether a method has no declaration of its own, but belongs to a type that is declared here.</summary>
    public static bool IsSynthesized(IMethodSymbol method) =>
        method is { IsImplicitlyDeclared: true, ContainingType.DeclaringSyntaxReferences.IsEmpty: false };

    private static string NameOf(IMethodSymbol method) => method.Name switch
    {
        WellKnownMemberNames.EqualityOperatorName => "==",
        WellKnownMemberNames.InequalityOperatorName => "!=",
        var name => name,
    };

    /// <summary>Why a conversion has no counterpart, and what it is.</summary>
    public static (OpaqueReason Reason, string Description) OfConversion(
        ITypeSymbol? from,
        ITypeSymbol? to,
        bool isBoxing,
        bool isUnboxing,
        bool isNullable)
    {
        if (isBoxing)
            return (OpaqueReason.Heap, "boxed, which makes an object on the heap");
        if (Number(from) is { } source)
            return source;
        if (Number(to) is { } target)
            return target;
        if (isNullable)
            return (OpaqueReason.Nullable, "a nullable value");
        return (OpaqueReason.RuntimeType, isUnboxing ? "unboxed" : "a conversion of an object");
    }

    private static (OpaqueReason Reason, string Description)? Number(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Single or SpecialType.System_Double => (OpaqueReason.FloatingPoint, "a floating-point number"),
        SpecialType.System_Decimal => (OpaqueReason.FloatingPoint, "a decimal number"),
        _ =>
            type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                ? (OpaqueReason.FloatingPoint, "a floating-point number")
                : null,
    };
}
