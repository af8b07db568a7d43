using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>
/// Which numbers of a function the compiler is not to see the making of. The kernel knows something of the register that was tested; a
/// compiler that knows how the number in it was made tests what it was made of instead, or makes it again where it is used.
/// </summary>
/// <remarks>Only a number that leads to memory counts: nothing else need be known to the kernel.</remarks>
internal sealed class HiddenNumbers
{
    private readonly FunctionInstance _function;
    private readonly NumberFlow _flow;
    private readonly NumberMakers _makers;
    private readonly JoinedNumbers _joined;
    private readonly Dictionary<Local, bool> _widened = [];

    /// <summary>Finds them.</summary>
    /// <param name="function">The function.</param>
    public HiddenNumbers(FunctionInstance function) =>
        (_function, _flow, _makers, _joined) = (function, function.Flow!, function.Makers, new JoinedNumbers(function));

    /// <summary>
    /// Whether a number of 8 or 16 bits is kept in a wider variable: it is tested, and leads to memory, and a compiler would cut what it is
    /// made of once for each.
    /// </summary>
    public bool IsWidened(Local local)
    {
        if (!_widened.TryGetValue(local, out var isWidened))
        {
            _widened[local] = isWidened = local.Type is ScalarType { Name: not "bool", Size: < sizeof(int) }
                && !_function.Uses.IsMemory(local)
                && (local.Index >= _function.Body.ParameterCount || !_function.IsCalledByKernel)
                && IsTestedAndUsed(_flow.SameAs(local));
        }

        return isWidened;
    }

    /// <summary>Whether it is hidden how an instruction makes what it gives a local.</summary>
    /// <param name="local">The local, which has no address.</param>
    /// <param name="instruction">The instruction.</param>
    public bool IsHidden(Local local, Instruction instruction)
    {
        if (local.Type is not ScalarType { Name: not "bool" } type)
            return false;
        if (type.Size < sizeof(int))
            return IsWidened(local);
        if (!_flow.LeadsToMemory(local))
            return false;
        var maker = _makers.Maker(instruction);
        return (_flow.IsTested(local) && (IsCall(maker) || IsPart(maker) || _makers.IsCut(instruction)))
            || IsSmallAndSigned(maker)
            || IsChosenOnItsWay(local, instruction, maker);
    }

    /// <summary>Whether a number is one of several, as control went, and no counter of a loop.</summary>
    public bool IsChosen(Operand operand)
    {
        if (NumberMakers.Local(operand) is not { } local || _makers.Writes(local) is not [var write, ..])
            return false;
        return _function.Uses.IsStable(local, _function) && NumberMakers.Source(write) is { } source
            ? IsChosen(source)
            : _joined.IsJoined(local) && !IsCounter(local);
    }

    /// <summary>
    /// Whether a comparison is the second one of a range that a compiler tests at once, by the bits that all numbers of it share.
    /// </summary>
    public bool IsEndOfRange(BinaryInstruction comparison) =>
        comparison.Right.Kind == OperandKind.Constant
        && comparison.Operator.IsComparison()
        && NumberMakers.Local(comparison.Left) is { } local
        && Bound(comparison) is { } end
        && _flow.SameNumbers(local).Any(_flow.LeadsToMemory)
        && _flow.Tests(local).Any(test => Bound(test) is { } start
            && start > 0
            && start < end
            && long.IsPow2(end - start)
            && start % (end - start) == 0);

    /// <summary>
    /// The local that a comparison tests in each round of a loop, which does not change it and finds memory by it, or <see langword="null"/>:
    /// a compiler finds the memory in front of the loop, and so of the test.
    /// </summary>
    public Local? TestedInEachRound(BinaryInstruction comparison)
    {
        if (!comparison.Operator.IsComparison()
            || comparison.Right.Kind != OperandKind.Constant
            || _makers.Origin(comparison.Left, comparison) is not { } local
            || _function.Uses.IsMemory(local)
            || !_flow.LeadsToMemory(local))
        {
            return null;
        }

        var (block, writes) = (_makers.BlockOf(comparison), _makers.BlocksOf(local));
        if (writes.Contains(block))
            return null;
        var round = _function.Round(block, writes);
        return round.Count > 0 && _flow.LeadsToMemory(local, round) ? local : null;
    }

    /// <summary>The first number of which a comparison says another thing than of the one before it.</summary>
    private static long? Bound(BinaryInstruction comparison) => comparison.Operator switch
    {
        BinaryOperator.Less or BinaryOperator.GreaterOrEqual => comparison.Right.Value,
        BinaryOperator.LessOrEqual or BinaryOperator.Greater => comparison.Right.Value + 1,
        _ => null,
    };

    private bool IsTestedAndUsed(HashSet<Local> same) =>
        same.Any(_flow.IsTested) && same.Any(local => _flow.LeadsToMemory(local) || _flow.IsReturned(local));

    /// <summary>Whether a number is 32 bits of a register that the kernel may have filled with more.</summary>
    private static bool IsCall(Instruction maker) => maker is CallInstruction
    {
        Result.Type.Size: sizeof(int),
        Target: ContractTarget { Contract.Requirements: not null },
    };

    /// <summary>What its bits or its factors are computed of: a compiler tests that instead, as <c>x &lt; 22</c> for <c>3 * x &lt; 64</c>.</summary>
    private static bool IsPart(Instruction maker) => maker is BinaryInstruction
    {
        Operator: not (BinaryOperator.Add or BinaryOperator.Subtract),
    } part && !part.Operator.IsComparison();

    /// <summary>
    /// What may be negative and is evidently small: a compiler extends its sign before it adds what makes an index of it, and the kernel
    /// knows less then.
    /// </summary>
    private static bool IsSmallAndSigned(Instruction maker) => maker is BinaryInstruction
    {
        Operator: BinaryOperator.ShiftRight or BinaryOperator.Remainder,
        Right.Kind: OperandKind.Constant,
        Type: ScalarType { IsSigned: true },
    };

    /// <summary>
    /// Whether a number that control chooses is computed on its way: a compiler computes it on each, and does without the branch, or
    /// computes the numbers of all rounds at once.
    /// </summary>
    private bool IsChosenOnItsWay(Local local, Instruction instruction, Instruction maker)
    {
        var isComputed = maker is UnaryInstruction || (maker is BinaryInstruction binary && !binary.Operator.IsComparison());
        if (!isComputed || !_joined.IsJoined(local, instruction))
            return false;
        // Where a loop begins is chosen once.
        return _makers.Step(local, instruction) is not null
            ? !IsCounter(local) && !IsTestedBefore(local, instruction)
            : !_makers.Writes(local).Any(write => _makers.Step(local, write) is not null);
    }

    /// <summary>Whether it is tested what a local was before a step: the kernel knows the one by the other, which a barrier would end.</summary>
    private bool IsTestedBefore(Local local, Instruction step) => _makers.Written.Any(before => before.IsTemporary
        && _flow.IsTested(before)
        && _makers.Writes(before).Any(write => _makers.BlockOf(write) == _makers.BlockOf(step)
            && NumberMakers.Source(write) is { } source
            && NumberMakers.Local(source) == local));

    /// <summary>Whether a local counts the rounds of a loop, which tests it: up, or down from a constant.</summary>
    private bool IsCounter(Local local)
    {
        var steps = _makers.Writes(local).Select(write => (Write: write, Step: _makers.Step(local, write))).ToList();
        return _flow.IsTested(local)
            && steps.Exists(write => write.Step is not null)
            && steps.TrueForAll(write => write.Step is null or { Right.Kind: OperandKind.Constant })
            && (steps.TrueForAll(write => write.Step is null || GoesUp(write.Step))
                || steps.TrueForAll(write => write.Step is not null || NumberMakers.Constant(write.Write) is not null));
    }

    private static bool GoesUp(BinaryInstruction step) => step.Operator == BinaryOperator.Add == step.Right.Value > 0;
}
