using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>
/// How a function uses its locals: which lie in memory, how often each is written, and which are still read behind a block.
/// </summary>
internal sealed class LocalUses
{
    private readonly HashSet<Local> _memory = [];
    private readonly Dictionary<Local, int> _writes = [];
    private readonly Dictionary<int, HashSet<Local>> _liveOut = [];
    private readonly Dictionary<int, HashSet<Local>> _liveIn = [];

    public LocalUses(FunctionInstance function)
    {
        foreach (var local in function.Body.Locals)
        {
            if (local.Type is StructType or OpaqueType or OwnerType)
                _memory.Add(local);
        }

        foreach (var instruction in function.Blocks.SelectMany(block => block.Instructions))
            Add(instruction);
        FindLive(function);
    }

    /// <summary>Whether a local has an address, or fields.</summary>
    public bool IsMemory(Local local) => _memory.Contains(local);

    /// <summary>Whether a local is written as a whole, and by one instruction.</summary>
    public bool IsWrittenOnce(Local local) => _writes.GetValueOrDefault(local) == 1;

    /// <summary>Whether a local keeps its value once it has one.</summary>
    public bool IsStable(Local local, FunctionInstance function) =>
        _writes.GetValueOrDefault(local) + (local.Index < function.Body.ParameterCount ? 1 : 0) == 1;

    /// <summary>Whether a local is read behind a block.</summary>
    public bool IsLiveOut(Block block, Local local) => _liveOut[block.Index].Contains(local);

    /// <summary>Whether the value that a local has in front of a block is read.</summary>
    public bool IsLiveIn(int block, Local local) => _liveIn[block].Contains(local);

    /// <summary>How often a local is read in a block from an instruction on, until it is written again, and whether that was met.</summary>
    public static (int Count, bool IsOver) CountReads(Block block, int first, Local local)
    {
        var count = 0;
        for (var i = first; i < block.Instructions.Length; i++)
        {
            var instruction = block.Instructions[i];
            count += Reads(instruction).Count(read => read == local);
            if (InstructionOperands.Target(instruction) is { IsLocal: true } target && target.Local == local)
                return (count, true);
        }

        return (count + Reads(block.Terminator).Count(read => read == local), false);
    }

    /// <summary>The blocks that control goes on with.</summary>
    public static int[] Successors(Terminator terminator) => terminator switch
    {
        GotoTerminator jump => [jump.Target],
        BranchTerminator branch => [branch.WhenTrue, branch.WhenFalse],
        _ => [],
    };

    private void Add(Instruction instruction)
    {
        foreach (var place in InstructionOperands.Exposed(instruction))
        {
            if (!place.Steps.Any(step => step is DereferenceStep or ElementStep))
                _memory.Add(place.Local);
        }

        if (InstructionOperands.Target(instruction) is not { } target)
            return;
        if (target.IsLocal)
            _writes[target.Local] = _writes.GetValueOrDefault(target.Local) + 1;
        else if (target.Steps[0] is FieldStep)
            _memory.Add(target.Local);
    }

    private static IEnumerable<Local> Reads(Instruction instruction)
    {
        var places = InstructionOperands.Reads(instruction).ToList();
        if (InstructionOperands.Target(instruction) is { IsLocal: false } target)
            places.Add(target);
        return places.SelectMany(Locals);
    }

    private static IEnumerable<Local> Reads(Terminator terminator) =>
        InstructionOperands.Read(terminator) is { Kind: OperandKind.Copy or OperandKind.Move } operand ? Locals(operand.Place) : [];

    private static IEnumerable<Local> Locals(Place place)
    {
        yield return place.Local;
        foreach (var index in InstructionOperands.Indices(place))
        {
            if (index.Kind is OperandKind.Copy or OperandKind.Move)
            {
                foreach (var local in Locals(index.Place))
                    yield return local;
            }
        }
    }

    private void FindLive(FunctionInstance function)
    {
        foreach (var block in function.Blocks)
            (_liveIn[block.Index], _liveOut[block.Index]) = ([], []);
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var block in function.Blocks.Reverse())
            {
                var live = _liveOut[block.Index];
                foreach (var next in Successors(block.Terminator))
                    live.UnionWith(_liveIn[next]);
                var before = new HashSet<Local>(live);
                before.UnionWith(Reads(block.Terminator));
                foreach (var instruction in block.Instructions.Reverse())
                {
                    if (InstructionOperands.Target(instruction) is { IsLocal: true } target)
                        before.Remove(target.Local);
                    before.UnionWith(Reads(instruction));
                }

                if (before.Count != _liveIn[block.Index].Count)
                {
                    _liveIn[block.Index] = before;
                    isChanged = true;
                }
            }
        }
    }
}
