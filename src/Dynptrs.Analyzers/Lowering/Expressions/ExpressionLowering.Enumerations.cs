using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>
/// <c>foreach</c> over arrays, spans and inline arrays: a loop over an index, without the enumerator that the graph shows.
/// </summary>
internal sealed partial class ExpressionLowering
{
    private void BeginEnumeration(IndexedEnumeration enumeration)
    {
        var memory = new Place(enumeration.Memory);
        var site = new Site(enumeration.Expression);
        var source = enumeration.Source;
        if (IrTypeOf(source.Type!) is PointerType)
        {
            _builder.Emit(new AssignInstruction(site, memory, Value(source)));
        }
        else
        {
            var start = TakeInlineArrayAddress(source, enumeration.Element, source);
            _builder.Emit(new DeriveInstruction(
                site,
                memory,
                Operand.Move(start),
                Operand.Constant(0, ScalarType.I64),
                Emitter.SizeOf(IrTypeOf(source.Type!))));
        }

        _builder.Emit(new AssignInstruction(site, new Place(enumeration.Index), Operand.Constant(-1, ScalarType.I32)));
    }

    private Operand LowerEnumeratorCall(IInvocationOperation call, IndexedEnumeration enumeration)
    {
        if (call.TargetMethod.Name != "MoveNext")
            return Operand.Null(HandleType.Instance);
        var site = new Site(enumeration.Expression);
        var index = new Place(enumeration.Index);
        _builder.Emit(new BinaryInstruction(
            site,
            index,
            BinaryOperator.Add,
            Operand.Copy(index),
            Operand.Constant(1, ScalarType.I32),
            ScalarType.I32));
        var length = _emit.ReadLength(
            Operand.Copy(new Place(enumeration.Memory)),
            enumeration.Element,
            call,
            _emit.Temporary(ScalarType.I32));
        var isInside = _emit.Temporary(ScalarType.Bool);
        _builder.Emit(new BinaryInstruction(site, isInside, BinaryOperator.Less, Operand.Copy(index), length, ScalarType.I32));
        return Operand.Move(isInside);
    }

    private static Place CurrentElement(IndexedEnumeration enumeration) =>
        new Place(enumeration.Memory).Element(Operand.Copy(new Place(enumeration.Index)), enumeration.Element);

    /// <summary>The current element, when this reads it from an enumerator that is an index.</summary>
    private Place? EnumerationElement(IOperation operation) =>
        _captures.EnumerationOf(operation) is { } enumeration ? CurrentElement(enumeration) : null;

    /// <summary>Keeps what an enumeration counts between, which bounds its numbers.</summary>
    private ImmutableArray<Argument> KeepBounds(IInvocationOperation call, ImmutableArray<Argument> arguments)
    {
        if (_compilation.Contracts.Read(call.TargetMethod) is not { Return: { IsCounted: true, CountsFrom: var first, CountsTo: var last } }
            || arguments[first].Value.Type is not ScalarType
            || arguments[last].Value.Type is not ScalarType)
        {
            return arguments;
        }

        arguments = arguments.SetItem(first, Keep(arguments[first], call)).SetItem(last, Keep(arguments[last], call));
        _counted[call] = (arguments[first], arguments[last]);
        return arguments;
    }

    private Argument Keep(Argument argument, IOperation call)
    {
        if (argument.Value.Kind == OperandKind.Constant)
            return argument;
        var kept = new Place(_builder.AddLateLocal("", argument.Value.Type, isTemporary: true));
        _builder.Emit(new AssignInstruction(At(call), kept, argument.Value));
        return argument with { Value = Operand.Copy(kept) };
    }

    /// <summary>
    /// Reads the current number of an enumeration that counts between others, which bound it; or answers <see langword="null"/> for
    /// anything else.
    /// </summary>
    private Operand? ReadCountedNumber(IPropertyReferenceOperation reference, IMethodSymbol getter, ImmutableArray<Argument> arguments)
    {
        if (reference.Instance is not IFlowCaptureReferenceOperation { Id: var id }
            || _captures.Find(id)?.Captured is not [IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } source }])
        {
            return null;
        }

        while (source is IConversionOperation { OperatorMethod: null } conversion)
            source = conversion.Operand;
        if (source is not IInvocationOperation call
            || !_counted.TryGetValue(call, out var bounds)
            || _compilation.Contracts.Read(getter) is not { Return.Type: ScalarType type } contract)
        {
            return null;
        }

        var number = _emit.Temporary(type);
        _builder.Emit(new CallInstruction(
            At(reference),
            number,
            new ContractTarget(contract with
            {
                Parameters = contract.Parameters.Add(Bound("start", bounds.Start)).Add(Bound("end", bounds.End)),
                Return = contract.Return with { CountsFrom = arguments.Length, CountsTo = arguments.Length + 1 },
            }),
            arguments.Add(bounds.Start).Add(bounds.End)));
        return Operand.Move(number);
    }

    private static ParameterContract Bound(string name, Argument bound) => new(name, bound.Value.Type, ArgumentPassing.Value);
}
