using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Counts of bits, computed as a compiler for BPF does, which has no instruction for them.</summary>
internal sealed partial class MethodLowering
{
    private Operand? LowerBits(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call)
    {
        if (intrinsic is < Intrinsic.PopCount or > Intrinsic.IsPow2 || values[0].Type is null || Lower(values[0].Type!) is not ScalarType { Size: >= 4 } given)
            return null;
        var type = given.Size == 8 ? ScalarType.U64 : ScalarType.U32;
        var value = Spill(Convert(Lower(values[0], null), given, type, call), call);
        switch (intrinsic)
        {
            case Intrinsic.PopCount:
                return PopCount(value, type, call);
            case Intrinsic.TrailingZeroCount:
                // The bits below the lowest one: clear in the number, set in the number less one.
                return PopCount(Step(BinaryOperator.And, Complement(value, type, call), Step(BinaryOperator.Subtract, value, 1, type, call), type, call), type, call);
            case Intrinsic.LeadingZeroCount:
                return PopCount(Complement(Smear(value, type, call), type, call), type, call);
            case Intrinsic.Log2:
                // The logarithm of 0 counts as 0.
                var top = PopCount(Smear(Step(BinaryOperator.Or, value, 1, type, call), type, call), type, call);
                return EmitBinary(BinaryOperator.Subtract, top, Operand.Constant(1, ScalarType.I32), ScalarType.I32, call, null);
            default:
                return IsPow2(value, given, type, call);
        }
    }

    private Operand IsPow2(Operand value, ScalarType given, ScalarType type, IOperation call)
    {
        var others = Step(BinaryOperator.And, value, Step(BinaryOperator.Subtract, value, 1, type, call), type, call);
        var isSingle = EmitBinary(BinaryOperator.Equal, others, Operand.Constant(0, type), type, call, new Place(_builder.Temporary(ScalarType.Bool)));
        var signed = given.IsSigned ? given : type;
        var isPositive = EmitBinary(BinaryOperator.Greater, Convert(AsCopy(value), type, signed, call), Operand.Constant(0, signed), signed, call, new Place(_builder.Temporary(ScalarType.Bool)));
        return EmitBinary(BinaryOperator.And, isSingle, isPositive, ScalarType.Bool, call, null);
    }

    /// <summary>Sets every bit below the highest.</summary>
    private Operand Smear(Operand value, ScalarType type, IOperation call)
    {
        for (var distance = 1; distance < 8 * type.Size; distance *= 2)
            value = Step(BinaryOperator.Or, value, Step(BinaryOperator.ShiftRight, value, distance, type, call), type, call);
        return value;
    }

    /// <summary>Adds up bits in pairs, in fours, in bytes, and the bytes by a multiplication.</summary>
    private Operand PopCount(Operand value, ScalarType type, IOperation call)
    {
        var odd = Step(BinaryOperator.And, Step(BinaryOperator.ShiftRight, value, 1, type, call), Pattern(0x5555555555555555, type), type, call);
        var pairs = Step(BinaryOperator.Subtract, value, odd, type, call);
        var high = Step(BinaryOperator.And, Step(BinaryOperator.ShiftRight, pairs, 2, type, call), Pattern(0x3333333333333333, type), type, call);
        var fours = Step(BinaryOperator.Add, Step(BinaryOperator.And, pairs, Pattern(0x3333333333333333, type), type, call), high, type, call);
        var sum = Step(BinaryOperator.Add, fours, Step(BinaryOperator.ShiftRight, fours, 4, type, call), type, call);
        var bytes = Step(BinaryOperator.And, sum, Pattern(0x0f0f0f0f0f0f0f0f, type), type, call);
        var product = Step(BinaryOperator.Multiply, bytes, Pattern(0x0101010101010101, type), type, call);
        return Convert(Step(BinaryOperator.ShiftRight, product, (8 * type.Size) - 8, type, call), type, ScalarType.I32, call);
    }

    private static Operand Pattern(long bits, ScalarType type) => Operand.Constant(type.Size == 8 ? bits : bits & uint.MaxValue, type);

    private Operand Complement(Operand value, ScalarType type, IOperation call)
    {
        var result = new Place(_builder.Temporary(type));
        _builder.Emit(new UnaryInstruction(At(call), result, UnaryOperator.Complement, AsCopy(value), type));
        return Operand.Copy(result);
    }

    private Operand Step(BinaryOperator @operator, Operand left, long right, ScalarType type, IOperation call) =>
        Step(@operator, left, Operand.Constant(right, @operator == BinaryOperator.ShiftRight ? ScalarType.I32 : type), type, call);

    private Operand Step(BinaryOperator @operator, Operand left, Operand right, ScalarType type, IOperation call) =>
        AsCopy(EmitBinary(@operator, AsCopy(left), AsCopy(right), type, call, new Place(_builder.Temporary(type))));
}
