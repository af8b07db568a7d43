using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>By which instructions the numbers of a function are made.</summary>
internal sealed class NumberMakers
{
    private readonly Dictionary<Local, List<Instruction>> _writes = [];
    private readonly Dictionary<Instruction, (int Block, int Index)> _sites = [];

    /// <summary>Finds them.</summary>
    public NumberMakers(FunctionInstance function)
    {
        foreach (var block in function.Blocks)
        {
            for (var i = 0; i < block.Instructions.Length; i++)
            {
                var instruction = block.Instructions[i];
                _sites[instruction] = (block.Index, i);
                if (InstructionOperands.Target(instruction) is not { IsLocal: true, Local: var local })
                    continue;
                if (!_writes.TryGetValue(local, out var writes))
                    _writes[local] = writes = [];
                writes.Add(instruction);
            }
        }
    }

    /// <summary>The locals that are written.</summary>
    public IEnumerable<Local> Written => _writes.Keys;

    /// <summary>The instructions that give a local its values.</summary>
    public IReadOnlyList<Instruction> Writes(Local local) => _writes.TryGetValue(local, out var writes) ? writes : [];

    /// <summary>The block that an instruction is in.</summary>
    public int BlockOf(Instruction instruction) => _sites[instruction].Block;

    /// <summary>The blocks in which a local is written.</summary>
    public HashSet<int> BlocksOf(Local local) => [.. Writes(local).Select(BlockOf)];

    /// <summary>The instruction that computes what another one copies or converts.</summary>
    public Instruction Maker(Instruction instruction) =>
        Source(instruction) is { } source && Local(source) is { IsTemporary: true } local && Write(local, instruction) is { } write
            ? Maker(write)
            : instruction;

    /// <summary>Whether an instruction gives 32 bits of a number that has more.</summary>
    public bool IsCut(Instruction instruction) =>
        instruction is ConvertInstruction { From.Size: > sizeof(int), To.Size: sizeof(int) }
        || (Source(instruction) is { } source
            && Local(source) is { IsTemporary: true } local
            && Write(local, instruction) is { } write
            && IsCut(write));

    /// <summary>The local that an operand of an instruction has its value of.</summary>
    public Local? Origin(Operand operand, Instruction reader)
    {
        if (Local(operand) is not { } local)
            return null;
        return local.IsTemporary && Write(local, reader) is { } write && Source(write) is { } source ? Origin(source, write) : local;
    }

    /// <summary>The sum or the difference by which an instruction changes a local, or <see langword="null"/> where it gives it another value.</summary>
    public BinaryInstruction? Step(Local local, Instruction write) =>
        Maker(write) is BinaryInstruction { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum && Origin(sum.Left, sum) == local
            ? sum
            : null;

    /// <summary>Whether an instruction gives a local a constant, and which.</summary>
    public static long? Constant(Instruction write) => write switch
    {
        ClearInstruction => 0,
        AssignInstruction { Source: { Kind: OperandKind.Constant, Value: var value } } => value,
        _ => null,
    };

    /// <summary>What an instruction copies or converts.</summary>
    public static Operand? Source(Instruction instruction) => instruction switch
    {
        AssignInstruction assign => assign.Source,
        ConvertInstruction convert => convert.Source,
        _ => null,
    };

    /// <summary>The local that an operand is.</summary>
    public static Local? Local(Operand operand) =>
        operand is { Kind: OperandKind.Copy or OperandKind.Move, Place: { IsLocal: true, Local: var local } } ? local : null;

    /// <summary>The instruction of the same block that gave a temporary the value that an instruction reads.</summary>
    private Instruction? Write(Local temporary, Instruction reader)
    {
        var (block, index) = _sites[reader];
        return _writes.GetValueOrDefault(temporary)?.FindLast(write => _sites[write].Block == block && _sites[write].Index < index);
    }
}
