using System;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>Values that branches decide.</summary>
internal sealed partial class Emitter
{
    /// <summary>A bool that branches decide.</summary>
    public Operand Decide(IOperation test, Action<BlockBuilder, BlockBuilder> decide)
    {
        var result = Temporary(ScalarType.Bool, test);
        var whenTrue = _builder.NewBlock();
        var whenFalse = _builder.NewBlock();
        var join = _builder.NewBlock();
        decide(whenTrue, whenFalse);
        _builder.Select(whenTrue);
        _builder.Emit(new AssignInstruction(At(test), result, Operand.Constant(1, ScalarType.Bool)));
        _builder.Goto(At(test), join);
        _builder.Select(whenFalse);
        _builder.Emit(new AssignInstruction(At(test), result, Operand.Constant(0, ScalarType.Bool)));
        _builder.Goto(At(test), join);
        _builder.Select(join);
        return Operand.Move(result);
    }

    /// <summary>Whether an operator on bools can be decided by branches.</summary>
    public static bool IsLogical(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr;

    /// <summary>
    /// <c>&amp;</c>, <c>|</c> or <c>^</c> of bools that are evaluated already: as branches, so that what the bools tell is not lost in
    /// a number.
    /// </summary>
    public Operand DecideLogical(BinaryOperatorKind kind, Operand left, Operand right, IOperation operation)
    {
        return Decide(operation, Branch);

        void Branch(BlockBuilder whenTrue, BlockBuilder whenFalse)
        {
            var ifLeft = kind == BinaryOperatorKind.Or ? whenTrue : _builder.NewBlock();
            var ifNotLeft = kind == BinaryOperatorKind.And ? whenFalse : _builder.NewBlock();
            BranchOn(left, ifLeft, ifNotLeft);
            if (ifLeft != whenTrue)
            {
                _builder.Select(ifLeft);
                if (kind == BinaryOperatorKind.And)
                    BranchOn(right, whenTrue, whenFalse);
                else
                    BranchOn(right, whenFalse, whenTrue);
            }

            if (ifNotLeft != whenFalse)
            {
                _builder.Select(ifNotLeft);
                BranchOn(right, whenTrue, whenFalse);
            }
        }

        void BranchOn(Operand condition, BlockBuilder met, BlockBuilder otherwise) =>
            _builder.Terminate(new BranchTerminator(At(operation), condition, met.Index, otherwise.Index));
    }

    /// <summary>Stores a value where a variable still has the one that it is compared with.</summary>
    public void StoreIfSame(Place before, Place place, Operand value, Operand comparand, IOperation call)
    {
        var isSame = Temporary(ScalarType.Bool);
        _builder.Emit(new BinaryInstruction(At(call), isSame, BinaryOperator.Equal, Operand.Copy(before), comparand, before.Type));
        var store = _builder.NewBlock();
        var join = _builder.NewBlock();
        _builder.Terminate(new BranchTerminator(At(call), Operand.Move(isSame), store.Index, join.Index));
        _builder.Select(store);
        _builder.Emit(new AssignInstruction(At(call), place, value));
        _builder.Goto(At(call), join);
        _builder.Select(join);
    }
}
