using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Intrinsics;

/// <summary>Spans: their slices, properties, conversions and constructors.</summary>
internal sealed partial class IntrinsicLowering
{
    private Operand? LowerSlice(ImmutableArray<IOperation> values, IInvocationOperation call, Place? into)
    {
        if (values.Length > 3)
            return null;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i].Type is not { SpecialType: SpecialType.System_Int32 })
                return null;
        }

        if (IrTypeOf(values[0].Type!) is HandleType)
        {
            foreach (var value in values)
                _expressions.Discard(value);
            var text = _emit.ChooseTarget(into, IrTypeOf(call.Type!), call);
            _builder.Emit(new AllocateInstruction(At(call), text, null, MemoryOrigin.Heap));
            return Operand.Move(text);
        }

        if (MemoryValue(values[0]) is not { Type: PointerType { Element: var element } } memory)
            return null;
        if (values.Length == 1)
            return _emit.Derive(memory, Emitter.Zero, null, IrTypeOf(call.Type!), call, into);
        memory = HasEffects(values[1]) || (values.Length == 3 && HasEffects(values[2])) ? _emit.Spill(memory, call) : memory;
        var start = values.Length == 3 ? _expressions.StableValue(values[1], HasEffects(values[2])) : _expressions.Value(values[1]);
        return _emit.TakePart(memory, start, values.Length == 3 ? _expressions.Value(values[2]) : null, element, call, into);
    }

    /// <summary>Comparisons of all that a span holds, with another or with a number.</summary>
    private Operand? LowerComparison(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call, Place? into)
    {
        // How a comparer compares, or the element itself, only its code says.
        if (values.Length != 2 || IrTypeOf(values[0].Type!) is not PointerType { Element: ScalarType element })
            return null;
        var other = IrTypeOf(values[1].Type!);
        var isSearch = intrinsic is Intrinsic.IndexOf or Intrinsic.Contains;
        if (isSearch ? other != element : other is not PointerType && intrinsic == Intrinsic.SequenceEqual)
            return null;
        var memory = _expressions.StableValue(values[0], HasEffects(values[1]));
        var operand = _expressions.Value(values[1]);
        var type = isSearch ? ScalarType.I32 : ScalarType.Bool;
        var target = intrinsic == Intrinsic.Contains ? _emit.Temporary(type, call) : _emit.ChooseTarget(into, type, call);
        _builder.Emit(new MemoryBlockInstruction(
            At(values[0]),
            target,
            intrinsic switch
            {
                Intrinsic.StartsWith => MemoryBlockOperator.StartsWith,
                Intrinsic.EndsWith => MemoryBlockOperator.EndsWith,
                Intrinsic.SequenceEqual => MemoryBlockOperator.Equal,
                _ => MemoryBlockOperator.IndexOf,
            },
            memory,
            operand)
        {
            OperandSite = At(values[1]),
        });
        return intrinsic == Intrinsic.Contains
            ? _emit.Compute(BinaryOperator.GreaterOrEqual, Operand.Move(target), Operand.Constant(0, type), type, call, into)
            : Operand.Move(target);
    }

    /// <summary>Two spans overlap when one begins in the other; an empty one overlaps none.</summary>
    private Operand? LowerOverlap(Operand left, Operand right, IInvocationOperation call, Place? into)
    {
        if (left.Type is not PointerType { Element: var element } || right.Type is not PointerType)
            return null;
        right = _emit.Spill(right, call);
        var leftSize = Unsigned(_emit.ScaleToBytes(_emit.ReadLength(Emitter.AsCopy(left), element, call), element, call));
        var rightSize = Unsigned(_emit.ScaleToBytes(_emit.ReadLength(Emitter.AsCopy(right), element, call), element, call));
        var fromLeft = Unsigned(_emit.SubtractAddresses(Emitter.AsCopy(right), Emitter.AsCopy(left), call, null));
        var zero = Operand.Constant(0, ScalarType.U64);
        var fromRight = _emit.ComputeStep(BinaryOperator.Subtract, zero, fromLeft, ScalarType.U64, call);
        var begins = Compare(BinaryOperator.Less, fromLeft, leftSize);
        var holds = Compare(BinaryOperator.Less, fromRight, rightSize);
        var isLeft = Compare(BinaryOperator.NotEqual, leftSize, zero);
        var isRight = Compare(BinaryOperator.NotEqual, rightSize, zero);
        var either = Combine(BinaryOperator.Or, begins, holds, null);
        var both = Combine(BinaryOperator.And, isLeft, isRight, null);
        return Combine(BinaryOperator.And, both, either, into);

        Operand Unsigned(Operand number)
        {
            var converted = _emit.Convert(number, ScalarType.I64, ScalarType.U64, call);
            return converted.Kind == OperandKind.Constant ? converted : _emit.Spill(converted, call);
        }

        Operand Compare(BinaryOperator @operator, Operand first, Operand second) => _emit.Compute(
            @operator, Emitter.AsCopy(first), Emitter.AsCopy(second), ScalarType.U64, call, _emit.Temporary(ScalarType.Bool));

        Operand Combine(BinaryOperator @operator, Operand first, Operand second, Place? target) =>
            _emit.Compute(@operator, first, second, ScalarType.Bool, call, target ?? _emit.Temporary(ScalarType.Bool));
    }

    private Operand LowerLength(Operand memory, IrType element, IOperation operation, bool isEmptyTest, Place? into)
    {
        if (!isEmptyTest)
            return _emit.ReadLength(memory, element, operation, into);
        var length = _emit.ReadLength(memory, element, operation, _emit.Temporary(ScalarType.I32));
        return _emit.Compute(BinaryOperator.Equal, length, Operand.Constant(0, ScalarType.I32), ScalarType.I32, operation, into);
    }

    /// <summary>Properties of spans and arrays, and of numbers that are type arguments.</summary>
    public Operand? LowerProperty(IPropertyReferenceOperation reference, Place? into)
    {
        if (reference.Property.GetMethod is not { } getter)
            return null;
        switch (_compilation.Intrinsics.Find(getter))
        {
            case Intrinsic.ZeroNumber or Intrinsic.OneNumber or Intrinsic.LeastNumber or Intrinsic.GreatestNumber:
                return LowerConstantOf(_compilation.Intrinsics.Find(getter), reference.Type!);
            case Intrinsic.EmptySpan:
                return Operand.Null(IrTypeOf(reference.Type!));
            case Intrinsic.Length or Intrinsic.IsEmpty when reference.Instance is { } instance
                && MemoryValue(instance) is { Type: PointerType { Element: var element } } memory:
                return LowerLength(memory, element, reference, _compilation.Intrinsics.Find(getter) == Intrinsic.IsEmpty, into);
            default:
                return null;
        }
    }

    /// <summary>Converts between spans, arrays and what is made of them; <see langword="null"/> for any other conversion.</summary>
    public Operand? LowerConversion(IMethodSymbol method, Operand value, IConversionOperation conversion, Place? into)
    {
        if (TypeLowering.SpanElement(method.ContainingType, out _) is null || IrTypeOf(conversion.Type!) is not PointerType type)
            return null;
        if (value.Kind == OperandKind.Null)
            return Operand.Null(type);
        if (value.Type is PointerType)
            return _emit.Derive(value, Emitter.Zero, null, type, conversion, into);
        return null;
    }

    /// <summary>The constructors of spans.</summary>
    public Operand? LowerCreation(IObjectCreationOperation creation, Place? into)
    {
        if (creation.Type is null
            || TypeLowering.SpanElement(creation.Type, out _) is null
            || IrTypeOf(creation.Type) is not PointerType type)
        {
            return null;
        }

        switch (creation.Arguments)
        {
            case []:
                return Operand.Null(type);
            case [{ Parameter.RefKind: not RefKind.None } variable]:
                return _emit.MakeSpan(_expressions.PlaceOf(variable.Value), Operand.Constant(1, ScalarType.I32), type, creation, into);
            case [{ Value: { } array }] when MemoryValue(array) is { } memory:
                return _emit.Derive(memory, Emitter.Zero, null, type, creation, into);
            case [{ Value: { Type: IPointerTypeSymbol } pointer }, { Value: { } length }]:
                var start = _expressions.StableValue(pointer, HasEffects(length));
                return _emit.Derive(
                    start,
                    Emitter.Zero,
                    _emit.ScaleToBytes(_expressions.Value(length), type.Element, creation),
                    type,
                    creation,
                    into);
            case [{ Value: { } array }, { Value: { } first }, { Value: { } count }] when MemoryValue(array) is { } memory:
                var source = _emit.Spill(memory, array);
                var offset = _expressions.StableValue(first, HasEffects(count));
                return _emit.TakePart(source, offset, _expressions.Value(count), type.Element, creation, into);
            default:
                return null;
        }
    }
}
