using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>
/// A function of an object: one of the program's for each choice of the functions that it is given as delegates, since C has no delegates
/// that the kernel would follow.
/// </summary>
internal sealed class FunctionInstance(FunctionReference reference, Function body, ImmutableArray<FunctionInstance?> given)
{
    private bool _isFollowed;

    /// <summary>What it was lowered from.</summary>
    public FunctionReference Reference { get; } = reference;

    /// <summary>Its body.</summary>
    public Function Body { get; } = body;

    /// <summary>The functions that it is given, by parameter.</summary>
    public ImmutableArray<FunctionInstance?> Given { get; } = given;

    /// <summary>The blocks that control reaches without an exception, the entry first.</summary>
    public ImmutableArray<Block> Blocks { get; } = Reached(body);

    /// <summary>The functions that its variables hold.</summary>
    public Dictionary<Local, FunctionInstance> Delegates { get; } = [];

    /// <summary>The functions that its calls reach, for those that reach one of the object.</summary>
    public Dictionary<CallInstruction, FunctionInstance> Callees { get; } = [];

    /// <summary>Its name in C.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is a helper by, or <see langword="null"/> for a function of the object.</summary>
    public MethodContract? Helper => Reference.ByContract is { Contract: { Requirements: not null } contract } ? contract : null;

    /// <summary>Whether a helper calls it.</summary>
    public bool IsCallback { get; set; }

    /// <summary>Whether the kernel gives it its arguments.</summary>
    public bool IsCalledByKernel => IsCallback || Body.IsProgram;

    /// <summary>
    /// Whether a call may end it, so that it returns what another program does, and not what a compiler sees: a program itself is called by
    /// none.
    /// </summary>
    public bool MayBeEnded => !IsCalledByKernel && Blocks
        .SelectMany(block => block.Instructions)
        .Any(instruction => instruction is CallInstruction { Target: ContractTarget { Contract.EndsProgram: not null } });

    /// <summary>How it uses its locals.</summary>
    public LocalUses Uses => field ??= new LocalUses(this);

    /// <summary>What becomes of its numbers, or <see langword="null"/> while that is found out, for a function that calls itself.</summary>
    public NumberFlow? Flow
    {
        get
        {
            if (!_isFollowed)
            {
                _isFollowed = true;
                field = new NumberFlow(this);
            }

            return field;
        }
    }

    /// <summary>By which instructions its numbers are made.</summary>
    public NumberMakers Makers => field ??= new NumberMakers(this);

    /// <summary>The numbers that are hidden from the compiler.</summary>
    public HiddenNumbers Hidden => field ??= new HiddenNumbers(this);

    /// <summary>The type of what it returns, or <see langword="null"/> for nothing.</summary>
    public IrType? Result { get; } = Reached(body)
        .Select(block => (block.Terminator as ReturnTerminator)?.Value)
        .Where(value => value is not null)
        .OrderBy(value => value!.Value.Kind == OperandKind.Null)
        .FirstOrDefault()?.Type;

    /// <summary>Whether control comes from one block to another, with at least one jump, by none of some others.</summary>
    public bool Reaches(int from, int to, HashSet<int> avoided)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<int>([from]);
        while (pending.TryPop(out var block))
        {
            foreach (var next in LocalUses.Successors(Body.Blocks[block].Terminator))
            {
                if (next == to)
                    return true;
                if (!avoided.Contains(next) && seen.Add(next))
                    pending.Push(next);
            }
        }

        return false;
    }

    /// <summary>The blocks by which control comes from a block back to it, by none of some others; none where it does not.</summary>
    public HashSet<int> Round(int block, HashSet<int> avoided) => Reaches(block, block, avoided)
        ? [.. Blocks.Select(other => other.Index)
            .Where(other => !avoided.Contains(other) && Reaches(block, other, avoided) && Reaches(other, block, avoided))]
        : [];

    private static ImmutableArray<Block> Reached(Function body)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<int>([0]);
        while (pending.TryPop(out var index))
        {
            if (!seen.Add(index))
                continue;
            foreach (var next in LocalUses.Successors(body.Blocks[index].Terminator))
                pending.Push(next);
        }

        return [.. body.Blocks.Where(block => seen.Contains(block.Index))];
    }
}
