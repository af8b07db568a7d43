using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>
/// Which loops are written out by the compiler, round by round: those with a number that not each round moves, and that leads to memory. The
/// kernel follows each of its values, and compares states of the same instruction; where each round has its own, those of others are not in
/// between, for which it forgets them.
/// </summary>
internal sealed class CountingLoops(FunctionInstance function)
{
    private const int MaxRounds = 64;

    private readonly List<Instruction> _steps =
    [
        .. function.Makers.Written.Where(function.Flow!.LeadsToMemory).SelectMany(local =>
            function.Makers.Writes(local).Where(write => function.Makers.Step(local, write) is not null)),
    ];

    /// <summary>Whether the loop that a block begins is meant.</summary>
    public bool IsWrittenOut(int header)
    {
        if (_steps.Count == 0)
            return false;
        var body = function.Round(header, []);
        return _steps.Exists(step => IsMovedByChance(step, body, header))
            && !body.Any(block => block != header && function.Reaches(block, block, Outside(body, header)))
            && function.Makers.Written.Any(local => Rounds(local, body, header) is > 0 and <= MaxRounds);
    }

    private bool IsMovedByChance(Instruction step, HashSet<int> body, int header) =>
        body.Contains(function.Makers.BlockOf(step)) && IsPassedBy(function.Makers.BlockOf(step), body, header);

    /// <summary>Whether a round may leave out a block.</summary>
    private bool IsPassedBy(int block, HashSet<int> body, int header) =>
        block != header && function.Reaches(header, header, Outside(body, block));

    /// <summary>The blocks that are not of a loop, and one of it.</summary>
    private HashSet<int> Outside(HashSet<int> body, int block) =>
        [block, .. function.Blocks.Select(other => other.Index).Where(other => !body.Contains(other))];

    /// <summary>How many rounds a loop has that a local counts, from a constant to a constant; else 0.</summary>
    private long Rounds(Local local, HashSet<int> body, int header)
    {
        var makers = function.Makers;
        var writes = makers.Writes(local);
        var steps = writes.Where(write => body.Contains(makers.BlockOf(write))).ToList();
        if (steps is not [var only]
            || makers.Step(local, only) is not { Right: { Kind: OperandKind.Constant, Value: not 0 and var step } } sum
            || IsPassedBy(makers.BlockOf(only), body, header)
            || writes.Where(write => write != only).ToList() is not [var first]
            || NumberMakers.Constant(first) is not { } start)
        {
            return 0;
        }

        var bound = function.Flow!.Tests(local).FirstOrDefault(test => body.Contains(makers.BlockOf(test)))?.Right.Value;
        return bound is { } end ? Math.Abs((end - start) / (sum.Operator == BinaryOperator.Add ? step : -step)) : 0;
    }
}
