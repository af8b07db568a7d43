using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>What becomes of the numbers of a function.</summary>
internal sealed class NumberFlow
{
    private readonly FunctionInstance _function;
    private readonly HashSet<Local> _tested = [];
    private readonly HashSet<Local> _leading = [];
    private readonly HashSet<Local> _returned = [];
    private readonly List<(Local From, Local To, bool IsSame)> _edges = [];
    private readonly List<(Local Local, BinaryInstruction Test)> _tests = [];
    private readonly HashSet<(int Block, Local Local)> _ends = [];

    /// <summary>Follows the numbers of a function.</summary>
    public NumberFlow(FunctionInstance function)
    {
        _function = function;
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
                Add(block, instruction);
            if (block.Terminator is ReturnTerminator { Value: { } value })
                Add(_returned, value);
            foreach (var operand in InstructionOperands.Places(block).SelectMany(InstructionOperands.Indices))
                Lead(block, operand);
        }

        _leading.UnionWith(_ends.Select(end => end.Local));
        Spread(_tested, edge => edge.IsSame);
        Spread(_returned, _ => true);
        Spread(_leading, _ => true);
    }

    /// <summary>Whether a number is compared with another one.</summary>
    public bool IsTested(Local local) => _tested.Contains(local);

    /// <summary>Whether a number leads to memory: it is an index, an offset or a length, or a part of one.</summary>
    public bool LeadsToMemory(Local local) => _leading.Contains(local);

    /// <summary>Whether a number leads to memory in one of some blocks.</summary>
    public bool LeadsToMemory(Local local, HashSet<int> blocks)
    {
        var made = new HashSet<Local> { local };
        while (_edges.Exists(edge => made.Contains(edge.From) && made.Add(edge.To)))
        {
        }

        return _ends.Any(end => blocks.Contains(end.Block) && made.Contains(end.Local));
    }

    /// <summary>Whether a number is what the function returns, or a part of it.</summary>
    public bool IsReturned(Local local) => _returned.Contains(local);

    /// <summary>The comparisons of a number, and of its copies, with constants.</summary>
    public IEnumerable<BinaryInstruction> Tests(Local local)
    {
        var same = SameNumbers(local);
        return _tests.Where(test => same.Contains(test.Local)).Select(test => test.Test);
    }

    /// <summary>The locals that hold the same number as a local, at one time or another, in whatever type.</summary>
    public HashSet<Local> SameNumbers(Local local) => SameAs(local, _ => true);

    /// <summary>The locals of the same type that hold the same number as a local, at one time or another.</summary>
    public HashSet<Local> SameAs(Local local) => SameAs(local, edge => edge.From.Type == edge.To.Type);

    private HashSet<Local> SameAs(Local local, Func<(Local From, Local To, bool IsSame), bool> isFollowed)
    {
        var same = new HashSet<Local> { local };
        while (_edges.Exists(edge => edge.IsSame
            && isFollowed(edge)
            && (same.Contains(edge.From) ? same.Add(edge.To) : same.Contains(edge.To) && same.Add(edge.From))))
        {
        }

        return same;
    }

    private void Add(Block block, Instruction instruction)
    {
        switch (instruction)
        {
            case AssignInstruction assign:
                Connect(assign.Source, assign.Target, isSame: true);
                break;
            case ConvertInstruction convert:
                Connect(convert.Source, convert.Target, isSame: true);
                break;
            case UnaryInstruction unary:
                Connect(unary.Source, unary.Target, isSame: false);
                break;
            case BinaryInstruction binary when binary.Operator.IsComparison():
                Add(_tested, binary.Left);
                Add(_tested, binary.Right);
                if (binary.Right.Kind == OperandKind.Constant && Number(binary.Left) is { } tested)
                    _tests.Add((tested, binary));
                break;
            case BinaryInstruction binary:
                Connect(binary.Left, binary.Target, isSame: false);
                Connect(binary.Right, binary.Target, isSame: false);
                break;
            case DeriveInstruction derive:
                Lead(block, derive.Offset);
                if (derive.Length is { } length)
                    Lead(block, length);
                break;
            case CallInstruction call:
                Add(block, call);
                break;
        }
    }

    private void Add(Block block, CallInstruction call)
    {
        var callee = _function.Callees.GetValueOrDefault(call);
        var isElement = callee is null && call.Target is ContractTarget { Contract.Return.IsByReference: true };
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var leads = isElement
                || (callee?.Flow is { } flow && i < callee.Body.ParameterCount && flow.LeadsToMemory(callee.Body.Locals[i]));
            if (leads && call.Arguments[i].Passing == ArgumentPassing.Value)
                Lead(block, call.Arguments[i].Value);
        }
    }

    private void Lead(Block block, Operand operand)
    {
        if (Number(operand) is { } local)
            _ends.Add((block.Index, local));
    }

    private static void Add(HashSet<Local> locals, Operand operand)
    {
        if (Number(operand) is { } local)
            locals.Add(local);
    }

    private void Connect(Operand from, Place to, bool isSame)
    {
        if (to is { IsLocal: true, Local: var target } && Number(from) is { } source)
            _edges.Add((source, target, isSame));
    }

    private static Local? Number(Operand operand) =>
        operand.Type is ScalarType { Name: not "bool" } ? NumberMakers.Local(operand) : null;

    private void Spread(HashSet<Local> locals, Func<(Local From, Local To, bool IsSame), bool> isFollowed)
    {
        while (_edges.Exists(edge => isFollowed(edge) && locals.Contains(edge.To) && locals.Add(edge.From)))
        {
        }
    }
}
