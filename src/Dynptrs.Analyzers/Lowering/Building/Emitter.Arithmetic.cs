using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>Computing with integers and pointers.</summary>
internal sealed partial class Emitter
{
    /// <summary>Computes with two operands.</summary>
    public Operand Compute(BinaryOperator @operator, Operand left, Operand right, ScalarType type, IOperation operation, Place? into)
    {
        var isComparison = @operator.IsComparison();
        if (@operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight)
            right = MaskShiftCount(right, type, operation);
        if (@operator == BinaryOperator.UnsignedShiftRight && type.IsSigned is false)
            @operator = BinaryOperator.ShiftRight;
        var target = ChooseTarget(into, isComparison ? ScalarType.Bool : type, operation);
        _builder.Emit(new BinaryInstruction(At(operation), target, @operator, left, right, type));
        return Operand.Move(target);
    }

    /// <summary>C# takes a shift count modulo the width.</summary>
    private Operand MaskShiftCount(Operand count, ScalarType type, IOperation operation)
    {
        var mask = type.Size == 8 ? 63 : 31;
        if (count.Kind == OperandKind.Constant)
            return Operand.Constant(count.Value & mask, ScalarType.I32);
        var masked = Temporary(ScalarType.I32);
        _builder.Emit(new BinaryInstruction(
            At(operation),
            masked,
            BinaryOperator.And,
            count,
            Operand.Constant(mask, ScalarType.I32),
            ScalarType.I32));
        return Operand.Move(masked);
    }

    /// <summary>Converts an integer.</summary>
    public Operand Convert(Operand value, ScalarType from, ScalarType to, IOperation operation, Place? into = null)
    {
        if (from == to)
            return value;
        if (value.Kind == OperandKind.Constant)
            return Operand.Constant(Truncate(value.Value, to), to);
        var target = ChooseTarget(into, to, operation);
        _builder.Emit(new ConvertInstruction(At(operation), target, value, from, to));
        return Operand.Move(target);
    }

    /// <summary>The value of a constant in a type.</summary>
    public static long Truncate(long value, ScalarType type) => type switch
    {
        { Size: 1, IsSigned: true } => unchecked((sbyte)value),
        { Size: 1 } => unchecked((byte)value),
        { Size: 2, IsSigned: true } => unchecked((short)value),
        { Size: 2 } => unchecked((ushort)value),
        { Size: 4, IsSigned: true } => unchecked((int)value),
        { Size: 4 } => unchecked((uint)value),
        _ => value,
    };

    /// <summary>Chooses the smaller or the larger of two integers.</summary>
    public Operand ChooseExtreme(bool isMin, ScalarType type, Operand left, Operand right, IOperation call)
    {
        // What is compared is what is chosen, also where it is in memory.
        (left, right) = (SpillMemory(left, call), SpillMemory(right, call));
        var result = Temporary(type, call);
        var isLeft = Temporary(ScalarType.Bool);
        var other = _builder.NewBlock();
        var join = _builder.NewBlock();
        _builder.Emit(new AssignInstruction(At(call), result, AsCopy(left)));
        _builder.Emit(new BinaryInstruction(
            At(call),
            isLeft,
            isMin ? BinaryOperator.LessOrEqual : BinaryOperator.GreaterOrEqual,
            AsCopy(left),
            AsCopy(right),
            type));
        _builder.Terminate(new BranchTerminator(At(call), Operand.Move(isLeft), join.Index, other.Index));
        _builder.Select(other);
        _builder.Emit(new AssignInstruction(At(call), result, right));
        _builder.Goto(At(call), join);
        _builder.Select(join);
        return Operand.Move(result);
    }

    /// <summary>Makes an integer positive.</summary>
    public Operand MakeAbsolute(ScalarType type, Operand value, IOperation call)
    {
        var negative = Temporary(type);
        _builder.Emit(new UnaryInstruction(At(call), negative, UnaryOperator.Negate, AsCopy(value), type));
        return ChooseExtreme(isMin: false, type, value, Operand.Move(negative), call);
    }

    /// <summary>Two shifts; their counts are taken modulo the width.</summary>
    public Operand Rotate(bool isLeft, ScalarType type, Operand value, Operand count, IOperation call)
    {
        count = count.Kind == OperandKind.Constant ? count : Spill(count, call);
        var back = Temporary(ScalarType.I32);
        _builder.Emit(new UnaryInstruction(At(call), back, UnaryOperator.Negate, AsCopy(count), ScalarType.I32));
        var (left, right) = isLeft ? (AsCopy(count), Operand.Copy(back)) : (Operand.Copy(back), AsCopy(count));
        var high = Compute(BinaryOperator.ShiftLeft, value, left, type, call, Temporary(type));
        var low = Compute(BinaryOperator.UnsignedShiftRight, value, right, type, call, Temporary(type));
        return Compute(BinaryOperator.Or, high, low, type, call, null);
    }

    /// <summary>Swaps the bytes of a number by shifts and masks.</summary>
    public Operand ReverseBytes(Operand value, IOperation operation)
    {
        if (value.Type is not ScalarType { Size: > 1 } type)
            return value;
        value = Spill(value, operation);
        var result = Temporary(type);
        _builder.Emit(new AssignInstruction(At(operation), result, Operand.Constant(0, type)));
        for (var i = 0; i < type.Size; i++)
        {
            var part = Temporary(type);
            _builder.Emit(new BinaryInstruction(
                At(operation),
                part,
                BinaryOperator.UnsignedShiftRight,
                AsCopy(value),
                Operand.Constant(8 * i, ScalarType.I32),
                type));
            _builder.Emit(new BinaryInstruction(
                At(operation),
                part,
                BinaryOperator.And,
                Operand.Copy(part),
                Operand.Constant(0xff, type),
                type));
            _builder.Emit(new BinaryInstruction(
                At(operation),
                part,
                BinaryOperator.ShiftLeft,
                Operand.Copy(part),
                Operand.Constant(8 * (type.Size - 1 - i), ScalarType.I32),
                type));
            _builder.Emit(new BinaryInstruction(At(operation), result, BinaryOperator.Or, Operand.Copy(result), Operand.Copy(part), type));
        }

        return Operand.Move(result);
    }
}
