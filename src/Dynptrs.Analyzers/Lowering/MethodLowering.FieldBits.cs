using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Properties that stand for bits of a field: as in C, they are read and written in place, without a call.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>The bits that a property stands for, where both are numbers that can be followed.</summary>
    private FieldBits? FindBits(IPropertyReferenceOperation reference) =>
        reference.Instance is not null
        && _context.Known.BitsOf(reference.Property) is { } bits
        && TypeLowering.Scalar(bits.Field.Type) is { } storage
        && TypeLowering.Scalar(reference.Property.Type) is not null
        && bits.Fits(storage.Size)
            ? bits
            : null;

    private Operand ReadBits(IPropertyReferenceOperation reference, FieldBits bits, Place? into)
    {
        var type = TypeLowering.Scalar(bits.Field.Type)!;
        var value = InHostOrder(MemberPlace(reference.Instance, bits.Field, reference), bits, reference);
        if (bits.Offset > 0)
            value = Step(BinaryOperator.UnsignedShiftRight, value, Operand.Constant(bits.Offset, ScalarType.I32), type, reference);
        if (bits.Width < 8 * type.Size)
            value = Step(BinaryOperator.And, value, Constant(Mask(bits.Width), type), type, reference);
        var result = TypeLowering.Scalar(reference.Property.Type)!;
        return result == ScalarType.Bool
            ? EmitBinary(BinaryOperator.NotEqual, value, Constant(0, type), type, reference, into)
            : Convert(value, type, result, reference, into);
    }

    private Operand WriteBits(IPropertyReferenceOperation reference, FieldBits bits, Operand? value, IOperation assignment)
    {
        var type = TypeLowering.Scalar(bits.Field.Type)!;
        var source = value is null ? ((ISimpleAssignmentOperation)assignment).Value : null;
        var place = MemberPlace(reference.Instance, bits.Field, reference);
        if (source is not null && HasEffects(source))
            place = Pin(place, reference);
        var stored = AsCopy(Spill(value ?? Lower(source!, null), assignment));
        var number = AsCopy(Convert(stored, TypeLowering.Scalar(reference.Property.Type)!, type, assignment));
        if (bits.Width < 8 * type.Size)
        {
            var mask = Mask(bits.Width);
            number = Step(BinaryOperator.And, number, Constant(mask, type), type, assignment);
            number = Step(BinaryOperator.ShiftLeft, number, Operand.Constant(bits.Offset, ScalarType.I32), type, assignment);
            var others = Step(BinaryOperator.And, InHostOrder(place, bits, reference), Constant(~(mask << bits.Offset), type), type, assignment);
            number = Step(BinaryOperator.Or, others, number, type, assignment);
        }

        if (bits.IsNetworkOrder)
            number = Reverse(number, assignment);
        _builder.Emit(new AssignInstruction(At(place.IsLocal ? assignment : reference), place, number));
        return stored;
    }

    private Operand InHostOrder(Place place, FieldBits bits, IOperation reference)
    {
        var value = Loaded(Operand.Copy(place), reference);
        return AsCopy(bits.IsNetworkOrder ? Reverse(value, reference) : value);
    }

    private static ulong Mask(int width) => ulong.MaxValue >> (64 - width);

    private static Operand Constant(ulong bits, ScalarType type) => Operand.Constant(Truncate(unchecked((long)bits), type), type);
}
