using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Text;
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
        Call("__sync_lock_test_and_set", read, write.Source);
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

        if (!IsRead(compute.Target.Local, _next + 2))
        {
            _next += 2;
            Call(function, read, compute.Right);
            return true;
        }

        // What was computed is asked for, too: it is computed again, of what was there before.
        Settle(compute.Right, _ => true);
        Call(function, read, compute.Right);
        _next += 2;
        Begin(compute.Site);
        Emit(compute);
        return true;
    }

    /// <summary>Whether a local is still read from an instruction on.</summary>
    private bool IsRead(Local local, int first)
    {
        var (reads, isOver) = LocalUses.CountReads(_block, first, local);
        return reads > 0 || (!isOver && _uses.IsLiveOut(_block, local));
    }

    private void Call(string function, AssignInstruction read, Operand value)
    {
        var address = Address(read.Source.Place);
        var call = CExpression.Primary($"{function}({address.Text}, {Read(value).Text})", TypeOf(read.Target));
        _hasEffect = true;
        _readsMemory = true;
        Store(read.Target, call);
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
