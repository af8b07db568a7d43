using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Conditions: what decides a branch.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>Ends the current block with a branch.</summary>
    public void LowerCondition(IOperation condition, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        // Whether there is something to dispose of is asked nowhere in the source.
        var site = condition is IIsNullOperation { Syntax: VariableDeclaratorSyntax or { Parent: UsingStatementSyntax } }
            ? default
            : At(condition);
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
                _patterns.Test(test, whenTrue, whenFalse);
                return;
        }

        var operand = condition is IIsNullOperation isNull ? LowerIsNull(isNull) : Value(condition);
        _builder.EndDropped(site);
        if (operand.Kind == OperandKind.Constant)
            _builder.Goto(site, operand.Value != 0 ? whenTrue : whenFalse);
        else
            _builder.Terminate(new BranchTerminator(site, operand, whenTrue.Index, whenFalse.Index));
    }

    private Operand LowerIsNull(IIsNullOperation test)
    {
        var value = Value(test.Operand);
        var result = _emit.Temporary(ScalarType.Bool, test);
        if (value.Type is HandleType or PointerType)
            _builder.Emit(new BinaryInstruction(At(test), result, BinaryOperator.Equal, value, Operand.Null(value.Type), value.Type));
        else
            _builder.Emit(Emitter.Opaque(At(test), result, OpaqueReason.Nullable, "a nullable value", value));
        return Operand.Move(result);
    }

    /// <summary>A test whose answer is a value.</summary>
    private Operand LowerTest(IOperation test)
    {
        if (test is IIsNullOperation isNull)
            return LowerIsNull(isNull);
        return _emit.Decide(test, (whenTrue, whenFalse) => LowerCondition(test, whenTrue, whenFalse));
    }
}
