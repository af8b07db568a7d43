using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Tells whether evaluating an expression may change a variable.</summary>
internal static class SideEffects
{
    /// <summary>Whether evaluating an expression may change a variable.</summary>
    public static bool HasEffects(IOperation operation)
    {
        switch (operation)
        {
            case ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation
                or IDefaultValueOperation
                or IFlowCaptureReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation or IDelegateCreationOperation
                    or IFlowAnonymousFunctionOperation:
                return false;
            case IConversionOperation { OperatorMethod: null } or IConversionOperation { Type.Name: "Index" } or IRangeOperation
                or IFieldReferenceOperation or IBinaryOperation { OperatorMethod: null }
                or IUnaryOperation { OperatorMethod: null } or IArgumentOperation or IArrayElementReferenceOperation or ITupleOperation
                    or IIsNullOperation:
                foreach (var child in operation.ChildOperations)
                {
                    if (HasEffects(child))
                        return true;
                }

                return false;
            default:
                return !operation.ConstantValue.HasValue;
        }
    }

    /// <summary>Whether evaluating arguments, from one on, may change a variable.</summary>
    public static bool HaveEffects(ImmutableArray<IArgumentOperation> arguments, int from)
    {
        for (var i = from; i < arguments.Length; i++)
        {
            if (HasEffects(arguments[i].Value))
                return true;
        }

        return false;
    }
}
