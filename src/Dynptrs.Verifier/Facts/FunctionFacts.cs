using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>
/// What follows from a function's instructions alone: an order of its blocks, which cells are live, which decide branches.
/// </summary>
internal sealed class FunctionFacts
{
    private static readonly ConditionalWeakTable<Function, FunctionFacts> Known = new();
    private readonly Function _function;
    private readonly int[] _order;
    private int[]? _distances;
    private bool[]? _isMeetingPoint;
    private bool[]? _isLoopHead;
    private bool[]? _isInLoop;
    private bool[]?[]? _loopBlocks;
    private LoopChanges?[]? _loopChanges;
    private long? _instructionCount;
    private Liveness? _liveness;
    private ParameterUses?[]? _uses;
    private bool?[]? _writesBehind;
    private Relevance? _relevance;
    private Relevance? _relevanceWithoutResults;
    private LoopControl? _loopControl;
    private StackFrame? _stackFrame;

    private FunctionFacts(Function function)
    {
        _function = function;
        _order = ComputeOrder(function);
        Escaped = FindEscaped(function);
        foreach (var block in function.Blocks)
            HasBranches |= block.Terminator is BranchTerminator || !block.Handlers.IsEmpty;
    }

    /// <summary>The facts of a function, found once for all verifications that get to it.</summary>
    public static FunctionFacts Of(Function function) => Known.GetValue(function, static key => new FunctionFacts(key));

    /// <summary>
    /// The cells whose content may change unseen, because a pointer to them was made that is not followed; or <see langword="null"/>.
    /// </summary>
    public CellSet? Escaped { get; }

    /// <summary>How the function works with a parameter.</summary>
    public ParameterUses GetUses(int parameter) =>
        (_uses ??= new ParameterUses?[_function.ParameterCount])[parameter] ??= ParameterUses.Of(_function, parameter);

    /// <summary>Whether the function may write behind the address that a parameter is.</summary>
    public bool MayWriteBehind(int parameter) => parameter < _function.ParameterCount
        && ((_writesBehind ??= new bool?[_function.ParameterCount])[parameter] ??= WritesBehind.Of(_function, parameter));

    public Liveness Liveness => _liveness ??= new Liveness(_function, _order);

    public LoopControl LoopControl => _loopControl ??= new LoopControl(_function, this);

    /// <summary>What of it lies on the stack.</summary>
    public StackFrame StackFrame => _stackFrame ??= StackFrame.Of(_function);

    public Relevance Relevance => _relevance ??= new Relevance(_function);

    /// <summary>What decides a verdict where any result will do, as that of most programs.</summary>
    public Relevance RelevanceWithoutResults => _relevanceWithoutResults ??= new Relevance(_function, withResults: false);

    /// <summary>The position of a block in a reverse post-order in which the body of a loop comes before what follows it.</summary>
    public int GetOrder(int block) => _order[block];

    /// <summary>Whether there is more than one way to a block.</summary>
    public bool IsMeetingPoint(int block) => (_isMeetingPoint ??= FindMeetingPoints())[block];

    /// <summary>Whether the function branches.</summary>
    public bool HasBranches { get; }

    /// <summary>How many instructions it has, and the functions that it calls, each as often as it is called.</summary>
    public long InstructionCount
    {
        get
        {
            if (_instructionCount is not { } count)
            {
                // What calls itself is refused where it does.
                _instructionCount = count = 0;
                foreach (var block in _function.Blocks)
                    count += CountInstructions(block);
                _instructionCount = count;
            }

            return count;
        }
    }

    /// <summary>How many instructions a block has, and the functions that it calls.</summary>
    public static long CountInstructions(Block block)
    {
        var count = block.Instructions.Length + 1L;
        foreach (var instruction in block.Instructions)
        {
            if (instruction is CallInstruction { Target: FunctionTarget { Function: var reference } } && reference.Resolve() is { } callee)
                count += Of(callee).InstructionCount;
        }

        return count;
    }

    /// <summary>Whether an edge leads back to a block: every cycle has such a block, so numbers need to be widened nowhere else.</summary>
    public bool IsLoopHead(int block) => (_isLoopHead ??= FindLoopHeads())[block];

    /// <summary>The blocks of the loop with a head.</summary>
    public bool[] GetLoopBlocks(int head) =>
        (_loopBlocks ??= new bool[]?[_function.Blocks.Length])[head] ??= NaturalLoop.FindBlocks(_function, this, head);

    /// <summary>What the rounds of the loop with a head may change.</summary>
    public LoopChanges GetLoopChanges(int head) =>
        (_loopChanges ??= new LoopChanges?[_function.Blocks.Length])[head] ??=
            LoopChanges.Of(_function, GetLoopBlocks(head));

    /// <summary>Whether an instruction is executed in the rounds of a loop.</summary>
    public bool IsInLoop(Instruction instruction)
    {
        foreach (var block in _function.Blocks)
        {
            if (block.Instructions.Contains(instruction))
                return (_isInLoop ??= FindLoops())[block.Index];
        }

        return false;
    }

    private bool[] FindLoops()
    {
        var isInLoop = new bool[_function.Blocks.Length];
        for (var head = 0; head < isInLoop.Length; head++)
        {
            if (!IsLoopHead(head))
                continue;
            var blocks = GetLoopBlocks(head);
            for (var i = 0; i < blocks.Length; i++)
                isInLoop[i] |= blocks[i];
        }

        return isInLoop;
    }

    private static CellSet? FindEscaped(Function function)
    {
        CellSet? escaped = null;
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction is not OpaqueInstruction opaque)
                    continue;
                foreach (var place in opaque.Escapes)
                {
                    escaped ??= new CellSet(function.CellCount);
                    escaped.Value.Add(place.Local);
                }
            }
        }

        return escaped;
    }

    private bool[] FindMeetingPoints()
    {
        var isMeetingPoint = new bool[_function.Blocks.Length];
        var isReached = new bool[_function.Blocks.Length];
        isReached[0] = true;
        foreach (var block in _function.Blocks)
        {
            for (var i = 0; TryGetSuccessor(block, i, out var target); i++)
            {
                isMeetingPoint[target] |= isReached[target];
                isReached[target] = true;
            }
        }

        return isMeetingPoint;
    }

    private bool[] FindLoopHeads()
    {
        var isLoopHead = new bool[_order.Length];
        foreach (var block in _function.Blocks)
        {
            for (var i = 0; TryGetSuccessor(block, i, out var target); i++)
                isLoopHead[target] |= _order[target] <= _order[block.Index];
        }

        return isLoopHead;
    }

    /// <summary>How many blocks are left, at least, on the way from a block to where the function ends.</summary>
    public int GetDistanceToEnd(int block) => (_distances ??= ComputeDistancesToEnd())[block];

    private int[] ComputeDistancesToEnd()
    {
        var blocks = _function.Blocks;
        var distances = new int[blocks.Length];
        for (var i = 0; i < blocks.Length; i++)
            distances[i] = TryGetSuccessor(blocks[i], 0, out _) ? blocks.Length : 0;
        var byOrder = new int[blocks.Length];
        for (var i = 0; i < blocks.Length; i++)
            byOrder[_order[i]] = i;
        bool isChanged;
        do
        {
            isChanged = false;
            for (var position = blocks.Length - 1; position >= 0; position--)
            {
                var block = byOrder[position];
                for (var i = 0; TryGetSuccessor(blocks[block], i, out var successor); i++)
                {
                    if (distances[successor] + 1 < distances[block])
                        (distances[block], isChanged) = (distances[successor] + 1, true);
                }
            }
        }
        while (isChanged);
        return distances;
    }

    private static int[] ComputeOrder(Function function)
    {
        var blocks = function.Blocks;
        var order = new int[blocks.Length];
        var isSeen = new bool[blocks.Length];
        var next = blocks.Length - 1;
        var stack = new Stack<(int Block, int Successor)>();
        isSeen[0] = true;
        stack.Push((0, 0));
        while (stack.Count > 0)
        {
            var (block, successor) = stack.Pop();
            if (TryGetSuccessor(blocks[block], successor, out var target))
            {
                stack.Push((block, successor + 1));
                if (!isSeen[target])
                {
                    isSeen[target] = true;
                    stack.Push((target, 0));
                }
            }
            else
            {
                order[block] = next--;
            }
        }

        for (var block = 0; block < order.Length; block++)
        {
            if (!isSeen[block])
                order[block] = next--;
        }

        return order;
    }

    /// <summary>
    /// The successors from the one to be visited last to the one to be visited first: a loop's condition is true in its body.
    /// </summary>
    public static bool TryGetSuccessor(Block block, int index, out int target)
    {
        target = -1;
        if (index < block.Handlers.Length)
        {
            target = block.Handlers[index];
            return true;
        }

        target = (block.Terminator, index - block.Handlers.Length) switch
        {
            (GotoTerminator jump, 0) => jump.Target,
            (BranchTerminator branch, 0) => branch.WhenFalse,
            (BranchTerminator branch, 1) => branch.WhenTrue,
            _ => -1,
        };
        return target >= 0;
    }
}
