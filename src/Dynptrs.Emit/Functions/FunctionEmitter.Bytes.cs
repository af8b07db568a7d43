using System.Globalization;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>
/// Numbers whose bytes are put in the opposite order: lowered to shifts and masks, written as what the compiler has for it.
/// </summary>
internal sealed partial class FunctionEmitter
{
    private const int StepsOfByte = 4;

    private bool TryEmitSwap(AssignInstruction first)
    {
        if (Swapped(_next - 1) is not { } source)
            return false;
        var type = (ScalarType)first.Source.Type;
        _next += StepsOfByte * type.Size;
        var bits = (8 * type.Size).ToString(CultureInfo.InvariantCulture);
        Store(first.Target, CExpression.Primary($"__builtin_bswap{bits}({Read(source).Text})", "__u" + bits).As(CTypes.Scalar(type)));
        return true;
    }

    /// <summary>How often a local is read in what is written as one read of it, until it is written again.</summary>
    private int CountRepeatedReads(Local local)
    {
        var count = 0;
        for (var i = _next; i < _block.Instructions.Length; i++)
        {
            if (InstructionOperands.Target(_block.Instructions[i]) is { IsLocal: true } target && target.Local == local)
                break;
            if (Swapped(i) is { Type: ScalarType type, Place.IsLocal: true } source && source.Place.Local == local)
                count += type.Size - 1;
        }

        return count;
    }

    /// <summary>The number whose bytes the instructions from an index on put in the opposite order, or <see langword="null"/>.</summary>
    private Operand? Swapped(int index)
    {
        if (_block.Instructions[index] is not AssignInstruction
            {
                Source: { Kind: OperandKind.Constant, Value: 0, Type: ScalarType { Size: > 1 } type },
                Target: { IsLocal: true } target,
            }
            || index + 1 + (StepsOfByte * type.Size) > _block.Instructions.Length
            || _block.Instructions[index + 1] is not BinaryInstruction { Left: var source })
        {
            return null;
        }

        for (var i = 0; i < type.Size; i++)
        {
            if (!IsByteMoved(index + 1, i, type, source, target))
                return null;
        }

        return source;
    }

    /// <summary>Whether the next steps take one byte out of the number, and put it where it belongs.</summary>
    private bool IsByteMoved(int first, int index, ScalarType type, Operand source, Place result)
    {
        var at = first + (StepsOfByte * index);
        return Step(at) is { Operator: BinaryOperator.UnsignedShiftRight, Left: var from } take
            && take.Right is { Kind: OperandKind.Constant, Value: var down }
            && from.Kind is OperandKind.Copy or OperandKind.Move
            && from.Place.Equals(source.Place)
            && down == 8 * index
            && Step(at + 1) is { Operator: BinaryOperator.And, Right: { Kind: OperandKind.Constant, Value: 0xff } }
            && Step(at + 2) is { Operator: BinaryOperator.ShiftLeft, Right: { Kind: OperandKind.Constant, Value: var up } } put
            && up == 8 * (type.Size - 1 - index)
            && put.Target.Equals(take.Target)
            && Step(at + 3) is { Operator: BinaryOperator.Or } join
            && join.Target.Equals(result)
            && join.Right is { Kind: OperandKind.Copy or OperandKind.Move }
            && join.Right.Place.Equals(take.Target);
    }

    private BinaryInstruction? Step(int index) => _block.Instructions[index] as BinaryInstruction;
}
