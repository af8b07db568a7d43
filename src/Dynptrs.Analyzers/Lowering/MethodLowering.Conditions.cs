using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Conditions: what decides a branch.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>Ends the current block with a branch.</summary>
    private void LowerCondition(IOperation condition, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        var site = At(condition);
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
            _builder.Emit(Opaque(At(test), result, "a nullable value", value));
        return Operand.Move(result);
    }

    /// <summary>A test whose answer is a value.</summary>
    private Operand LowerTest(IOperation test)
    {
        if (test is IIsNullOperation isNull)
            return LowerIsNull(isNull);
        var result = new Place(_builder.Temporary(ScalarType.Bool, Render(test.Syntax)));
        var whenTrue = _builder.NewBlock(_handlers);
        var whenFalse = _builder.NewBlock(_handlers);
        var join = _builder.NewBlock(_handlers);
        LowerCondition(test, whenTrue, whenFalse);
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
