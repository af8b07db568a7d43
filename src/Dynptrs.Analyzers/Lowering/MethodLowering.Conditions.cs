using System;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Conditions: what decides a branch.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>Ends the current block with a branch.</summary>
    private void LowerCondition(IOperation condition, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        // Whether there is something to dispose of is asked nowhere in the source.
        var site = condition is IIsNullOperation { Syntax: VariableDeclaratorSyntax or { Parent: UsingStatementSyntax } } ? default : At(condition);
        switch (condition)
        {
            case { ConstantValue: { HasValue: true, Value: bool value } }:
                _builder.Goto(site, value ? whenTrue : whenFalse);
                return;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null, IsLifted: false } negation:
                LowerCondition(negation.Operand, whenFalse, whenTrue);
                return;
            case IParenthesizedOperation parenthesized:
                LowerCondition(parenthesized.Operand, whenTrue, whenFalse);
                return;
            case IIsPatternOperation test:
                LowerPatternTest(test, whenTrue, whenFalse);
                return;
        }

        var operand = condition is IIsNullOperation isNull ? LowerIsNull(isNull) : Lower(condition, null);
        EndDroppedOwners(site);
        if (operand.Kind == OperandKind.Constant)
            _builder.Goto(site, operand.Value != 0 ? whenTrue : whenFalse);
        else
            _builder.Terminate(new BranchTerminator(site, operand, whenTrue.Index, whenFalse.Index));
    }

    private Operand LowerIsNull(IIsNullOperation test)
    {
        var value = Lower(test.Operand, null);
        var result = new Place(_builder.Temporary(ScalarType.Bool, Render(test.Syntax)));
        if (value.Type is HandleType or PointerType)
            _builder.Emit(new BinaryInstruction(At(test), result, BinaryOperator.Equal, value, Operand.Null(value.Type), value.Type));
        else
            _builder.Emit(Opaque(At(test), result, OpaqueReason.Nullable, "a nullable value", value));
        return Operand.Move(result);
    }

    /// <summary>A test whose answer is a value.</summary>
    private Operand LowerTest(IOperation test)
    {
        if (test is IIsNullOperation isNull)
            return LowerIsNull(isNull);
        return Decide(test, (whenTrue, whenFalse) => LowerCondition(test, whenTrue, whenFalse));
    }

    private static bool IsLogical(BinaryOperatorKind kind) => kind is BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr;

    /// <summary><c>&amp;</c>, <c>|</c> or <c>^</c> of bools that are evaluated already: as branches, so that what the bools tell is not lost in a number.</summary>
    private Operand LowerLogical(BinaryOperatorKind kind, Operand left, Operand right, IOperation operation) => Decide(operation, (whenTrue, whenFalse) =>
    {
        var ifLeft = kind == BinaryOperatorKind.Or ? whenTrue : _builder.NewBlock(_handlers);
        var ifNotLeft = kind == BinaryOperatorKind.And ? whenFalse : _builder.NewBlock(_handlers);
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

        void BranchOn(Operand condition, BlockBuilder met, BlockBuilder otherwise) =>
            _builder.Terminate(new BranchTerminator(At(operation), condition, met.Index, otherwise.Index));
    });

    /// <summary>A bool that branches decide.</summary>
    private Operand Decide(IOperation test, Action<BlockBuilder, BlockBuilder> decide)
    {
        var result = new Place(_builder.Temporary(ScalarType.Bool, Render(test.Syntax)));
        var whenTrue = _builder.NewBlock(_handlers);
        var whenFalse = _builder.NewBlock(_handlers);
        var join = _builder.NewBlock(_handlers);
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
}
