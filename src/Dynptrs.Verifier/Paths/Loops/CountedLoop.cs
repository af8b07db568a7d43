using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.States;
using Dynptrs.Verifier.Transfer;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>A loop as its blocks, and how often it goes round when it counts up or down to something.</summary>
/// <remarks>
/// The joined states of its head hold what is true in every round. So where a variable moves by the same step in each round, and the loop
/// goes on only while it has not passed a bound, the largest bound that the states know limits the rounds.
/// </remarks>
internal sealed class CountedLoop
{
    /// <summary>Numbers beyond this are no bound that could help.</summary>
    private const long Largest = 1L << 40;

    private readonly bool[] _isInside;

    // The branches that each round takes and that may leave the loop.
    private readonly List<(Block Block, BranchTerminator Branch)> _exits = [];

    /// <summary>Finds the blocks of a loop.</summary>
    /// <param name="head">Its head.</param>
    /// <param name="program">What is known of the program that is verified, or <see langword="null"/>.</param>
    public CountedLoop(PointStates head, ProgramFacts? program)
    {
        Head = head;
        Relevance = head.Frame.Parent is null && program is { Result: null }
            ? head.Frame.Facts.RelevanceWithoutResults
            : head.Frame.Facts.Relevance;
        Function = head.Frame.Function;
        _isInside = head.Frame.Facts.GetLoopBlocks(head.Resumption.Block);
        foreach (var block in Function.Blocks)
        {
            if (!_isInside[block.Index])
                continue;
            InstructionCount += FunctionFacts.CountInstructions(block);
            if (block.Terminator is BranchTerminator branch
                && _isInside[branch.WhenTrue] != _isInside[branch.WhenFalse]
                && IsInEveryRound(block.Index))
            {
                _exits.Add((block, branch));
            }
        }
    }

    /// <summary>How many instructions one round has at most, with those of the functions that it calls.</summary>
    public long InstructionCount { get; }

    /// <summary>Whether the rounds that were found are those of every path: the loop counts from a constant to a constant.</summary>
    public bool AreRoundsExact { get; private set; }

    public PointStates Head { get; }

    /// <summary>Which variables decide a verdict.</summary>
    public Relevance Relevance { get; }

    public Function Function { get; }

    /// <summary>Whether an iterator ends it, which leaves nothing to count.</summary>
    public bool IsIterated
    {
        get
        {
            foreach (var (block, branch) in _exits)
            {
                if (IteratedLoop.Ends(this, block, branch))
                    return true;
            }

            return false;
        }
    }

    /// <summary>How many branches of each round go either way, at least.</summary>
    public long FreshBranchCount => FreshBranches.Count(Function, Head.Frame.Facts, _isInside, Head.Resumption.Block);

    public bool IsInside(int block) => _isInside[block];

    /// <summary>Whether a loop goes round in each round of this one, be it in a function that is called there.</summary>
    public bool Contains(CountedLoop other)
    {
        var (frame, block) = (other.Head.Frame, other.Head.Resumption.Block);
        while (frame != Head.Frame && frame.Parent is { } caller)
            (frame, block) = (caller, frame.Resumption.Block);
        return frame == Head.Frame && _isInside[block];
    }

    /// <summary>How often the loop goes round at most, or <see langword="null"/> where that does not show.</summary>
    public long? GetRounds(PlaceEvaluator places, InstructionTransfer instructions)
    {
        // The states of all rounds of an iterator are one where nothing is counted beside it.
        if (IsIterated)
            return IteratedLoop.FindCarried(this).Any() ? null : 1;
        long? least = null;
        foreach (var (block, branch) in _exits)
        {
            if (GetRounds(block, branch, places, instructions) is not { } found || found.Rounds >= least)
                continue;
            (least, AreRoundsExact) = found;
        }

        return least;
    }

    private (long Rounds, bool AreExact)? GetRounds(
        Block block,
        BranchTerminator branch,
        PlaceEvaluator places,
        InstructionTransfer instructions)
    {
        if (Define(block, branch.Condition) is not BinaryInstruction { Type: ScalarType type } test || !test.Operator.IsComparison())
            return null;
        var @operator = _isInside[branch.WhenTrue] ? test.Operator : ScalarComparison.Negate(test.Operator);
        return GetRounds(block, test.Left, @operator, test.Right, type, places, instructions)
            ?? GetRounds(block, test.Right, ScalarComparison.Swap(@operator), test.Left, type, places, instructions);
    }

    /// <summary>The rounds of a loop that goes on while a counter compares with a bound.</summary>
    private (long Rounds, bool AreExact)? GetRounds(
        Block block,
        Operand counter,
        BinaryOperator @operator,
        Operand bound,
        ScalarType type,
        PlaceEvaluator places,
        InstructionTransfer instructions)
    {
        if (Root(block, counter) is not { Type: ScalarType counterType } local || GetStep(local) is not { } step)
            return null;
        if (@operator == BinaryOperator.NotEqual)
            return GetRoundsUntil(local, step, bound, type);
        long? most = 0;
        var areExact = GetStart(local) is not null;
        foreach (var item in Head.States)
        {
            var start = item.State.Cells[Head.Frame.FirstCell + local.FirstCell] is NumberValue number
                ? number.Range
                : Scalar.Of(counterType);
            var limit = bound.Kind == OperandKind.Constant
                ? Scalar.Constant(bound.Value)
                : Evaluate(item.State, block, bound, places, instructions);
            var rounds = GetRounds(Bounds(start, type), step, @operator, Bounds(limit, type), Bounds(Scalar.Of(counterType), type));
            most = rounds is null || most is null ? null : Math.Max(rounds.Value, most.Value);
            areExact &= limit.IsConstant;
        }

        return most is { } known ? (known, areExact) : null;
    }

    /// <summary>
    /// The rounds of a loop that goes on until its counter is a number exactly: it gets there where that lies ahead of all that it may start
    /// with, as many steps away.
    /// </summary>
    private (long Rounds, bool AreExact)? GetRoundsUntil(Local counter, long step, Operand bound, ScalarType type)
    {
        if (bound.Kind != OperandKind.Constant || counter.Type != type || LoopStart.Find(this, counter) is not { } start)
            return null;
        var (first, last) = step > 0 ? (start.SignedMin, start.SignedMax) : (start.SignedMax, start.SignedMin);
        if (Math.Abs(start.SignedMin) > Largest || Math.Abs(start.SignedMax) > Largest || Math.Abs(bound.Value) > Largest)
            return null;
        // Where it starts with one of several numbers, what they have in common is the end of their bits.
        var size = (ulong)Math.Abs(step);
        var isReached = start.IsConstant
            ? (bound.Value - first) % step == 0
            : (size & (size - 1)) == 0 && ((start.Bits.Mask | (start.Bits.Value ^ (ulong)bound.Value)) & (size - 1)) == 0;
        return isReached && (bound.Value - last) / step >= 0 ? ((bound.Value - first) / step, true) : null;
    }

    /// <summary>The constant that a variable is before the loop, or <see langword="null"/> where it is none or may be several.</summary>
    private long? GetStart(Local local)
    {
        long? start = null;
        foreach (var block in Function.Blocks)
        {
            if (_isInside[block.Index])
                continue;
            foreach (var instruction in block.Instructions)
            {
                if (!Writes(instruction, local))
                    continue;
                if (instruction is not AssignInstruction { Source: { Kind: OperandKind.Constant, Value: var value } } || (start is not null && start != value))
                    return null;
                start = value;
            }
        }

        return start;
    }

    private static long? GetRounds(
        (long Min, long Max) start,
        long step,
        BinaryOperator @operator,
        (long Min, long Max) limit,
        (long Min, long Max) all)
    {
        // The last value that goes on, and one step further: it must not wrap around.
        switch (@operator)
        {
            case BinaryOperator.Less or BinaryOperator.LessOrEqual when step > 0:
                var last = @operator == BinaryOperator.Less ? limit.Max - 1 : limit.Max;
                return last > Largest || start.Min < -Largest || last > all.Max - step
                    ? null
                    : Math.Max(0, ((last - start.Min) / step) + 1);
            case BinaryOperator.Greater or BinaryOperator.GreaterOrEqual when step < 0:
                var lowest = @operator == BinaryOperator.Greater ? limit.Min + 1 : limit.Min;
                return lowest < -Largest || start.Max > Largest || lowest < all.Min - step
                    ? null
                    : Math.Max(0, ((start.Max - lowest) / -step) + 1);
            default:
                return null;
        }
    }

    private static (long Min, long Max) Bounds(in Scalar range, ScalarType type) =>
        type.IsSigned || range.UnsignedMax > long.MaxValue
            ? (range.SignedMin, range.SignedMax)
            : ((long)range.UnsignedMin, (long)range.UnsignedMax);

    /// <summary>What a number is where the head's block ends; elsewhere only constants are sure.</summary>
    private Scalar Evaluate(State state, Block block, Operand operand, PlaceEvaluator places, InstructionTransfer instructions)
    {
        if (block.Index != Head.Resumption.Block)
            return Scalar.All;
        var after = state.Fork();
        after.Frame = Head.Frame;
        foreach (var instruction in block.Instructions)
        {
            if (instruction is not CallInstruction call)
                instructions.Execute(after, instruction);
            else if (IsPlain(call) && call.Result is { IsLocal: true, Type: ScalarType } result)
                places.Write(after, result, after.NewUnknown(result.Type), call.Site);
            else
                return Scalar.All;
        }

        return places.ReadNumber(after, operand, block.Terminator.Site).Range;
    }

    /// <summary>Whether a call is given numbers only, so that it changes nothing that a loop counts.</summary>
    private static bool IsPlain(CallInstruction call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Passing != ArgumentPassing.Value || argument.Value.Type is not ScalarType)
                return false;
        }

        return call.Target is ContractTarget;
    }

    /// <summary>
    /// By how much a variable moves in each round, or <see langword="null"/> where it does not, or not always by the same.
    /// </summary>
    private long? GetStep(Local local)
    {
        long? step = null;
        foreach (var block in Function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (IsExposed(instruction, local))
                    return null;
                if (!_isInside[block.Index] || !Writes(instruction, local))
                    continue;
                if (step is not null
                    || !IsInEveryRound(block.Index)
                    || instruction is not BinaryInstruction
                    {
                        Left: { Kind: OperandKind.Copy or OperandKind.Move, Place: { IsLocal: true, Local: var source } },
                        Right.Kind: OperandKind.Constant,
                    } binary
                    || source != local)
                {
                    return null;
                }

                step = binary.Operator switch
                {
                    BinaryOperator.Add => binary.Right.Value,
                    BinaryOperator.Subtract => -binary.Right.Value,
                    _ => null,
                };
                if (step is null or 0 or > int.MaxValue or < int.MinValue)
                    return null;
            }
        }

        return step;
    }

    public static bool Writes(Instruction instruction, Local local) => instruction switch
    {
        AssignInstruction assign => assign.Target.Local == local,
        BinaryInstruction binary => binary.Target.Local == local,
        UnaryInstruction unary => unary.Target.Local == local,
        ConvertInstruction convert => convert.Target.Local == local,
        LengthInstruction length => length.Target.Local == local,
        CallInstruction call => call.Result?.Local == local,
        OpaqueInstruction opaque => opaque.Target?.Local == local,
        ClearInstruction clear => clear.Target.Local == local,
        MemoryBlockInstruction memory => memory.Target?.Local == local,
        _ => false,
    };

    public static bool IsExposed(Instruction instruction, Local local)
    {
        switch (instruction)
        {
            case AddressOfInstruction address:
                return address.Source.Local == local;
            case CallInstruction call:
                foreach (var argument in call.Arguments)
                {
                    if (argument.Passing != ArgumentPassing.Value
                        && argument.Value.Kind is OperandKind.Copy or OperandKind.Move
                        && argument.Value.Place.Local == local)
                    {
                        return true;
                    }
                }

                return false;
            case OpaqueInstruction opaque:
                foreach (var place in opaque.Escapes)
                {
                    if (place.Local == local)
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>The variable behind an operand, through copies and conversions that keep its value.</summary>
    private static Local? Root(Block block, Operand operand)
    {
        while (operand.Kind is OperandKind.Copy or OperandKind.Move && operand.Place is { IsLocal: true, Local: var local })
        {
            switch (Define(block, operand))
            {
                case null:
                    return local;
                case ConvertInstruction { From: var from, To: var to } convert when to.Size > from.Size && (to.IsSigned || !from.IsSigned):
                    operand = convert.Source;
                    break;
                case AssignInstruction { Source: var source }:
                    operand = source;
                    break;
                default:
                    return local.IsTemporary ? null : local;
            }
        }

        return null;
    }

    /// <summary>The instruction of a block that writes an operand last.</summary>
    public static Instruction? Define(Block block, Operand operand)
    {
        if (operand.Kind is not (OperandKind.Copy or OperandKind.Move) || !operand.Place.IsLocal)
            return null;
        for (var i = block.Instructions.Length - 1; i >= 0; i--)
        {
            if (Writes(block.Instructions[i], operand.Place.Local))
                return block.Instructions[i];
        }

        return null;
    }

    /// <summary>Whether no round leaves a block out.</summary>
    public bool IsInEveryRound(int block)
    {
        var head = Head.Resumption.Block;
        if (block == head)
            return true;
        var isReached = new bool[Function.Blocks.Length];
        var pending = new Stack<int>();
        pending.Push(head);
        while (pending.Count > 0)
        {
            var from = pending.Pop();
            for (var i = 0; FunctionFacts.TryGetSuccessor(Function.Blocks[from], i, out var next); i++)
            {
                if (next == head && _isInside[from])
                    return false;
                if (next == block || !_isInside[next] || isReached[next])
                    continue;
                isReached[next] = true;
                pending.Push(next);
            }
        }

        return true;
    }
}
