using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>Counts of bits, computed as a compiler for BPF does, which has no instruction for them.</summary>
internal sealed partial class Emitter
{
    /// <summary>Computes one step of a longer computation, whose result may be read again and again.</summary>
    public Operand ComputeStep(BinaryOperator @operator, Operand left, long right, ScalarType type, IOperation call) =>
        ComputeStep(@operator, left, Operand.Constant(right, @operator == BinaryOperator.ShiftRight ? ScalarType.I32 : type), type, call);

    /// <summary>Computes one step of a longer computation, whose result may be read again and again.</summary>
    public Operand ComputeStep(BinaryOperator @operator, Operand left, Operand right, ScalarType type, IOperation call) =>
        AsCopy(Compute(@operator, AsCopy(left), AsCopy(right), type, call, Temporary(type)));

    /// <summary>Inverts all bits.</summary>
    public Operand Complement(Operand value, ScalarType type, IOperation call)
    {
        var result = Temporary(type);
        _builder.Emit(new UnaryInstruction(At(call), result, UnaryOperator.Complement, AsCopy(value), type));
        return Operand.Copy(result);
    }

    /// <summary>Sets every bit below the highest.</summary>
    public Operand Smear(Operand value, ScalarType type, IOperation call)
    {
        for (var distance = 1; distance < 8 * type.Size; distance *= 2)
            value = ComputeStep(BinaryOperator.Or, value, ComputeStep(BinaryOperator.ShiftRight, value, distance, type, call), type, call);
        return value;
    }

    /// <summary>Adds up bits in pairs, in fours, in bytes, and the bytes by a multiplication.</summary>
    public Operand CountOnes(Operand value, ScalarType type, IOperation call)
    {
        var odd = ComputeStep(
            BinaryOperator.And,
            ComputeStep(BinaryOperator.ShiftRight, value, 1, type, call),
            Pattern(0x5555555555555555, type),
            type,
            call);
        var pairs = ComputeStep(BinaryOperator.Subtract, value, odd, type, call);
        var high = ComputeStep(
            BinaryOperator.And,
            ComputeStep(BinaryOperator.ShiftRight, pairs, 2, type, call),
            Pattern(0x3333333333333333, type),
            type,
            call);
        var fours = ComputeStep(
            BinaryOperator.Add,
            ComputeStep(BinaryOperator.And, pairs, Pattern(0x3333333333333333, type), type, call),
            high,
            type,
            call);
        var sum = ComputeStep(BinaryOperator.Add, fours, ComputeStep(BinaryOperator.ShiftRight, fours, 4, type, call), type, call);
        var bytes = ComputeStep(BinaryOperator.And, sum, Pattern(0x0f0f0f0f0f0f0f0f, type), type, call);
        var product = ComputeStep(BinaryOperator.Multiply, bytes, Pattern(0x0101010101010101, type), type, call);
        return Convert(ComputeStep(BinaryOperator.ShiftRight, product, (8 * type.Size) - 8, type, call), type, ScalarType.I32, call);
    }

    /// <summary>Tests whether exactly one bit is set.</summary>
    public Operand TestPow2(Operand value, ScalarType given, ScalarType type, IOperation call)
    {
        var others = ComputeStep(BinaryOperator.And, value, ComputeStep(BinaryOperator.Subtract, value, 1, type, call), type, call);
        var isSingle = Compute(BinaryOperator.Equal, others, Operand.Constant(0, type), type, call, Temporary(ScalarType.Bool));
        var signed = given.IsSigned ? given : type;
        var isPositive = Compute(
            BinaryOperator.Greater,
            Convert(AsCopy(value), type, signed, call),
            Operand.Constant(0, signed),
            signed,
            call,
            Temporary(ScalarType.Bool));
        return Compute(BinaryOperator.And, isSingle, isPositive, ScalarType.Bool, call, null);
    }

    private static Operand Pattern(long bits, ScalarType type) => Operand.Constant(type.Size == 8 ? bits : bits & uint.MaxValue, type);
}
