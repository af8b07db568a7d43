using System.Collections.Generic;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>
/// Operations that others do not disturb: what was lowered to a read, a computation and a write is one call of the compiler's.
/// </summary>
internal sealed partial class FunctionEmitter
{
    private bool TryEmitAtomic(AssignInstruction read)
    {
        if (read.Source.Kind is OperandKind.Constant or OperandKind.Null || read.Source.Place.AccessKind != MemoryAccessKind.Atomic)
            return false;
        if (TryEmitExchange(read) || TryEmitUpdate(read))
            return true;
        throw new EmissionException(_site, "an atomic operation that compares first");
    }

    private bool TryEmitExchange(AssignInstruction read)
    {
        if (_next >= _block.Instructions.Length
            || _block.Instructions[_next] is not AssignInstruction write
            || write.Target.AccessKind != MemoryAccessKind.Atomic)
        {
            return false;
        }

        _next++;
        var address = Address(read.Source.Place);
        Call("__sync_lock_test_and_set", address, Read(write.Source), read.Target);
        return true;
    }

    private bool TryEmitUpdate(AssignInstruction read)
    {
        if (_next + 1 >= _block.Instructions.Length
            || _block.Instructions[_next] is not BinaryInstruction compute
            || _block.Instructions[_next + 1] is not AssignInstruction write
            || write.Target.AccessKind != MemoryAccessKind.Atomic
            || Function(compute.Operator) is not { } function)
        {
            return false;
        }

        var behind = _next + 2;
        var address = Address(read.Source.Place);
        if (compute.Target.IsLocal && !IsReadFrom(behind, compute.Target.Local))
        {
            _next = behind;
            Call(function, address, Read(compute.Right), read.Target);
            return true;
        }

        // The compiler's function gives what was there before: what is there now is computed again, of an operand that stays the same.
        var (operand, locals) = Settle(compute.Right);
        Call(function, address, operand, read.Target);
        _next = behind;
        Begin(compute.Site);
        _read.UnionWith(locals);
        Store(compute.Target, Compute(compute.Operator, Read(compute.Left), operand, (ScalarType)compute.Type, isConstant: false));
        return true;
    }

    /// <summary>The value of an operand, which may be written twice and is the same both times, and the locals that it reads.</summary>
    private (CExpression Value, HashSet<Local> Locals) Settle(Operand operand)
    {
        var before = (Read: _read, ReadsMemory: _readsMemory, HasEffect: _hasEffect);
        (_read, _readsMemory, _hasEffect) = ([], false, false);
        var value = Read(operand);
        var locals = _read;
        if (operand.Kind != OperandKind.Constant && (_readsMemory || _hasEffect || !value.IsSimple))
        {
            var name = CExpression.Primary(_names.Give("t"), _object.Types.InMemory(operand.Type, _site));
            _declarations.Add(CTypes.Declare(name.Type, name.Text));
            Append(new CStatement.Assign(name.Text, value, Line()), _hasEffect, null);
            (value, locals) = (name, []);
        }

        before.Read.UnionWith(locals);
        (_read, _readsMemory, _hasEffect) = before;
        return (value, locals);
    }

    private void Call(string function, CExpression address, CExpression value, Place target)
    {
        _hasEffect = true;
        _readsMemory = true;
        Store(target, CExpression.Primary($"{function}({address.Text}, {value.Text})", TypeOf(target)));
    }

    private static string? Function(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "__sync_fetch_and_add",
        BinaryOperator.Subtract => "__sync_fetch_and_sub",
        BinaryOperator.And => "__sync_fetch_and_and",
        BinaryOperator.Or => "__sync_fetch_and_or",
        BinaryOperator.Xor => "__sync_fetch_and_xor",
        _ => null,
    };
}
