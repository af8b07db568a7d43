using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Properties that stand for bits of a field: as in C, they are read and written in place, without a call.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>The bits that a property stands for, where both are numbers that can be followed.</summary>
    private FieldBits? FindBits(IPropertyReferenceOperation reference) =>
        reference.Instance is not null
        && _compilation.Known.BitsOf(reference.Property) is { } bits
        && TypeLowering.Scalar(bits.Field.Type) is { } storage
        && TypeLowering.Scalar(reference.Property.Type) is not null
        && bits.Fits(storage.Size)
            ? bits
            : null;

    private Operand ReadBits(IPropertyReferenceOperation reference, FieldBits bits, Place? into)
    {
        var type = TypeLowering.Scalar(bits.Field.Type)!;
        var value = ReadInHostOrder(PlaceOfMember(reference.Instance, bits.Field, reference), bits, reference);
        if (bits.Offset > 0)
            value = _emit.ComputeStep(
                BinaryOperator.UnsignedShiftRight,
                value,
                Operand.Constant(bits.Offset, ScalarType.I32),
                type,
                reference);
        if (bits.Width < 8 * type.Size)
            value = _emit.ComputeStep(BinaryOperator.And, value, ConstantOfBits(Mask(bits.Width), type), type, reference);
        var result = TypeLowering.Scalar(reference.Property.Type)!;
        return result == ScalarType.Bool
            ? _emit.Compute(BinaryOperator.NotEqual, value, ConstantOfBits(0, type), type, reference, into)
            : _emit.Convert(value, type, result, reference, into);
    }

    private Operand WriteBits(IPropertyReferenceOperation reference, FieldBits bits, Operand? value, IOperation assignment)
    {
        var type = TypeLowering.Scalar(bits.Field.Type)!;
        var source = value is null ? ((ISimpleAssignmentOperation)assignment).Value : null;
        var place = PlaceOfMember(reference.Instance, bits.Field, reference);
        if (source is not null && HasEffects(source))
            place = _emit.Pin(place, reference);
        var stored = Emitter.AsCopy(_emit.Spill(value ?? Value(source!), assignment));
        var number = Emitter.AsCopy(_emit.Convert(stored, TypeLowering.Scalar(reference.Property.Type)!, type, assignment));
        if (bits.Width < 8 * type.Size)
        {
            var mask = Mask(bits.Width);
            number = _emit.ComputeStep(BinaryOperator.And, number, ConstantOfBits(mask, type), type, assignment);
            number = _emit.ComputeStep(BinaryOperator.ShiftLeft, number, Operand.Constant(bits.Offset, ScalarType.I32), type, assignment);
            var others = _emit.ComputeStep(
                BinaryOperator.And,
                ReadInHostOrder(place, bits, reference),
                ConstantOfBits(~(mask << bits.Offset), type),
                type,
                assignment);
            number = _emit.ComputeStep(BinaryOperator.Or, others, number, type, assignment);
        }

        if (bits.IsNetworkOrder)
            number = _emit.ReverseBytes(number, assignment);
        _builder.Emit(new AssignInstruction(At(place.IsLocal ? assignment : reference), place, number));
        return stored;
    }

    private Operand ReadInHostOrder(Place place, FieldBits bits, IOperation reference)
    {
        var value = Load(Operand.Copy(place), reference);
        return Emitter.AsCopy(bits.IsNetworkOrder ? _emit.ReverseBytes(value, reference) : value);
    }

    private static ulong Mask(int width) => ulong.MaxValue >> (64 - width);

    private static Operand ConstantOfBits(ulong bits, ScalarType type) =>
        Operand.Constant(Emitter.Truncate(unchecked((long)bits), type), type);
}
