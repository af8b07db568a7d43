using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary><c>foreach</c> over arrays, spans and inline arrays: a loop over an index, without the enumerator that the graph shows.</summary>
internal sealed partial class MethodLowering
{
    private void BeginEnumeration(IndexedEnumeration enumeration)
    {
        var memory = new Place(enumeration.Memory);
        var site = new Site(enumeration.Expression);
        var source = enumeration.Source;
        if (Lower(source.Type!) is PointerType)
        {
            _builder.Emit(new AssignInstruction(site, memory, Lower(source, null)));
        }
        else
        {
            var start = InlineArrayMemory(source, enumeration.Element, source);
            _builder.Emit(new DeriveInstruction(site, memory, Operand.Move(start), Operand.Constant(0, ScalarType.I64), Size(Lower(source.Type!))));
        }

        _builder.Emit(new AssignInstruction(site, new Place(enumeration.Index), Operand.Constant(-1, ScalarType.I32)));
    }

    private Operand LowerEnumeratorCall(IInvocationOperation call, IndexedEnumeration enumeration)
    {
        if (call.TargetMethod.Name != "MoveNext")
            return Operand.Null(HandleType.Instance);
        var site = new Site(enumeration.Expression);
        var index = new Place(enumeration.Index);
        _builder.Emit(new BinaryInstruction(site, index, BinaryOperator.Add, Operand.Copy(index), Operand.Constant(1, ScalarType.I32), ScalarType.I32));
        var length = Length(Operand.Copy(new Place(enumeration.Memory)), enumeration.Element, call, new Place(_builder.Temporary(ScalarType.I32)));
        var isInside = new Place(_builder.Temporary(ScalarType.Bool));
        _builder.Emit(new BinaryInstruction(site, isInside, BinaryOperator.Less, Operand.Copy(index), length, ScalarType.I32));
        return Operand.Move(isInside);
    }

    private static Place CurrentElement(IndexedEnumeration enumeration) =>
        new Place(enumeration.Memory).Element(Operand.Copy(new Place(enumeration.Index)), enumeration.Element);

    /// <summary>The current element, when this reads it from an enumerator that is an index.</summary>
    private Place? EnumerationElement(IOperation operation) =>
        Enumeration(operation) is { } enumeration ? CurrentElement(enumeration) : null;

    /// <summary>Where a value is read: the current element of an enumeration has no syntax of its own.</summary>
    private Site AtRead(IOperation value) =>
        Enumeration(value) is { } enumeration ? new Site(enumeration.Expression) : At(value);

    private IndexedEnumeration? Enumeration(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation is IPropertyReferenceOperation { Instance: IFlowCaptureReferenceOperation { Id: var id } }
            ? _captures.Find(id)?.Enumeration
            : null;
    }

    /// <summary>Reads the current number of an enumeration that counts between constants, which bound it; or answers <see langword="null"/> for anything else.</summary>
    private Operand? CountedNumber(IPropertyReferenceOperation reference, IMethodSymbol getter, ImmutableArray<Argument> arguments)
    {
        if (reference.Instance is not IFlowCaptureReferenceOperation { Id: var id }
            || _captures.Find(id)?.Captured is not [IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } source }])
        {
            return null;
        }

        while (source is IConversionOperation { OperatorMethod: null } conversion)
            source = conversion.Operand;
        if (source is not IInvocationOperation call
            || _context.Known.CountsAttribute(call.TargetMethod) is not { ConstructorArguments: [{ Value: string start }, { Value: string end }] }
            || _context.Contracts.Read(getter) is not { Return.Type: ScalarType type } contract)
        {
            return null;
        }

        var range = new NumberRange(Constant(call, start) ?? int.MinValue, (Constant(call, end) ?? int.MaxValue) - 1);
        if (range.Min > range.Max)
            return null;
        var number = new Place(_builder.Temporary(type));
        _builder.Emit(new CallInstruction(At(reference), number, new ContractTarget(contract with { Return = contract.Return with { Range = range } }), arguments));
        return Operand.Move(number);
    }

    private static long? Constant(IInvocationOperation call, string parameter)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name == parameter && argument.Value.ConstantValue is { HasValue: true, Value: int value })
                return value;
        }

        return null;
    }

    private Operand ElementAddress(Place element, IOperation operation)
    {
        var pointer = new Place(_builder.Temporary(_context.Types.Pointer(element.Type, isReadOnly: false), Render(operation.Syntax)));
        _builder.Emit(new AddressOfInstruction(At(operation), pointer, element));
        return Operand.Move(pointer);
    }
}
