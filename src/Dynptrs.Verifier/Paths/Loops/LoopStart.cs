using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>What a variable may be before a loop, by the instructions alone that set it.</summary>
internal static class LoopStart
{
    /// <summary>The numbers that a variable is given outside of a loop; <see langword="null"/> where something else is done with it.</summary>
    public static Scalar? Find(CountedLoop loop, Local local)
    {
        var start = Scalar.Empty;
        foreach (var block in loop.Function.Blocks)
        {
            if (loop.IsInside(block.Index))
                continue;
            foreach (var instruction in block.Instructions)
            {
                if (!CountedLoop.Writes(instruction, local))
                    continue;
                if (Evaluate(block, instruction) is not { } range)
                    return null;
                start = start.Join(range);
            }
        }

        return start.IsEmpty ? null : start;
    }

    private static Scalar? Evaluate(Block block, Instruction instruction) => instruction switch
    {
        AssignInstruction assign => Evaluate(block, assign.Source),
        BinaryInstruction { Type: ScalarType type } binary when !binary.Operator.IsComparison() =>
            ScalarArithmetic.Apply(binary.Operator, Evaluate(block, binary.Left), Evaluate(block, binary.Right), type),
        ConvertInstruction convert => Evaluate(block, convert.Source).Fit(convert.To),
        _ => null,
    };

    /// <summary>What an operand may be, which only temporaries tell: they are set once.</summary>
    private static Scalar Evaluate(Block block, Operand operand)
    {
        if (operand.Kind == OperandKind.Constant)
            return Scalar.Constant(operand.Value);
        var known = operand is { Kind: OperandKind.Copy or OperandKind.Move, Place: { IsLocal: true, Local.IsTemporary: true } }
            && CountedLoop.Define(block, operand) is { } definition
                ? Evaluate(block, definition)
                : null;
        return known ?? (operand.Type is ScalarType type ? Scalar.Of(type) : Scalar.All);
    }
}
