using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>What the rounds of a loop may change, and what they compare it with.</summary>
/// <param name="Cells">The cells that are written there, and those that have an address.</param>
/// <param name="Thresholds">The constants of the comparisons, and the numbers beside them, from the least to the greatest; none where there are many.</param>
internal sealed record LoopChanges(CellSet Cells, ImmutableArray<long> Thresholds)
{
    /// <summary>Each is a round more, at worst.</summary>
    private const int MaxThresholds = 24;

    public static LoopChanges Of(Function function, bool[] isInside)
    {
        var cells = new CellSet(function.CellCount);
        var thresholds = new SortedSet<long>();
        var finder = new Finder(cells);
        foreach (var block in function.Blocks)
        {
            finder.IsInside = isInside[block.Index];
            foreach (var instruction in block.Instructions)
            {
                finder.Visit(instruction);
                if (!finder.IsInside || instruction is not BinaryInstruction { Operator: var @operator } binary || !@operator.IsComparison())
                    continue;
                foreach (var operand in new[] { binary.Left, binary.Right })
                {
                    if (operand.Kind != OperandKind.Constant)
                        continue;
                    thresholds.Add(operand.Value);
                    thresholds.Add(operand.Value == long.MinValue ? operand.Value : operand.Value - 1);
                    thresholds.Add(operand.Value == long.MaxValue ? operand.Value : operand.Value + 1);
                }
            }
        }

        return new LoopChanges(cells, thresholds.Count > MaxThresholds ? [] : [.. thresholds]);
    }

    private sealed class Finder(CellSet cells) : PlaceVisitor
    {
        public bool IsInside { get; set; }

        protected override void Read(Place place)
        {
        }

        protected override void Write(Place place)
        {
            if (IsInside && place.IsInLocal)
                cells.Add(place.Local);
        }

        protected override void TakeAddress(Place place)
        {
            if (place.IsInLocal)
                cells.Add(place.Local);
        }
    }
}
