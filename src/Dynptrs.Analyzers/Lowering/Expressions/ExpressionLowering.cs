using System.Collections.Generic;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Graph;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Lowers what the blocks of a graph hold: its statements, conditions and values.</summary>
/// <remarks>
/// Lowering is literal. Every read of an owner as a value becomes a copy of it, hidden copies of the compiler included, and
/// the verifier judges that. What cannot be followed becomes an <see cref="OpaqueInstruction"/>; no effect is dropped.
/// </remarks>
internal sealed partial class ExpressionLowering : IExpressionLowering
{
    private readonly FunctionScope _scope;
    private readonly AnalyzedCompilation _compilation;
    private readonly FunctionBuilder _builder;
    private readonly FunctionVariables _variables;
    private readonly FlowCaptures _captures;
    private readonly Emitter _emit;
    private readonly PatternLowering _patterns;
    private readonly IntrinsicLowering _intrinsics;
    private readonly List<LoweredFunctionReference> _nestedRoots = [];

    // Between what each enumeration counts.
    private readonly Dictionary<IInvocationOperation, (Argument Start, Argument End)> _counted = [];

    // The buffers whose numbers are followed, by their declarations.
    private readonly Dictionary<SyntaxNode, Place> _numbers = [];
    private SyntaxNode? _ignoredCall;

    public ExpressionLowering(FunctionScope scope, FunctionBuilder builder, FunctionVariables variables, FlowCaptures captures)
    {
        _scope = scope;
        _compilation = scope.Compilation;
        _builder = builder;
        _variables = variables;
        _captures = captures;
        _emit = new Emitter(builder, scope);
        _patterns = new PatternLowering(scope, builder, _emit, variables, this);
        _intrinsics = new IntrinsicLowering(scope, builder, _emit, this);
    }

    /// <summary>The lambdas and local functions that were met and that are verified on their own.</summary>
    public IReadOnlyList<LoweredFunctionReference> NestedRoots => _nestedRoots;

    /// <summary>Evaluates a statement of the graph.</summary>
    public void LowerEffect(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                _ignoredCall = (statement.Operation as IInvocationOperation)?.Syntax;
                LowerEffect(statement.Operation);
                break;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment);
                break;
            case IIncrementOrDecrementOperation increment:
                Increment(increment);
                break;
            case ICompoundAssignmentOperation compound:
                CompoundAssign(compound);
                break;
            case IFlowCaptureOperation capture:
                Capture(capture);
                break;
            default:
                if (!_captures.RefersToEnumeration(operation))
                    Discard(operation);
                break;
        }
    }

    /// <summary>Evaluates for the effects alone.</summary>
    public void Discard(IOperation operation)
    {
        if (ConstantOf(operation) is not null)
            return;
        Operand operand;
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.ReturnsVoid: true } call:
                LowerInvocation(call, null);
                return;
            case ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IDiscardOperation:
                return;
            case not IFlowCaptureReferenceOperation when FlowCaptures.IsVariable(operation):
                PlaceOf(operation);
                return;
            default:
                operand = Value(operation);
                break;
        }

        if (operand.Kind is OperandKind.Move or OperandKind.Copy
            && operand.Place is { IsLocal: true, Local: { IsTemporary: true } local }
            && (local.Type.ContainsOwner || (local.Type.MayHoldReference && operation is IInvocationOperation)))
        {
            _builder.Drop(local);
        }
    }

    /// <summary>Evaluates what is returned: a value, or the address of a variable.</summary>
    /// <param name="value">What is returned.</param>
    /// <param name="isLastUse">Whether nothing uses it afterwards.</param>
    public Operand LowerReturned(IOperation value, bool isLastUse)
    {
        if (_scope.Method.RefKind == RefKind.None)
        {
            var operand = Value(value);
            // A variable of the function is gone with it: what an owner in it holds moves to the caller.
            return isLastUse
                && operand is { Kind: OperandKind.Copy, Type.ContainsOwner: true, Place.IsLocal: true }
                && value is ILocalReferenceOperation { Local.RefKind: RefKind.None }
                    ? Operand.Move(operand.Place)
                    : Load(operand, value);
        }

        var place = PlaceOf(value);
        if (place.Steps.Length == 1 && place.Steps[0] is DereferenceStep)
            return Operand.Copy(new Place(place.Local));
        var pointer = _emit.Temporary(_compilation.Types.Pointer(place.Type, _scope.Method.RefKind == RefKind.RefReadOnly), value);
        _builder.Emit(new AddressOfInstruction(At(value), pointer, place));
        return Operand.Move(pointer);
    }

    /// <summary>
    /// Loads what is reached through a pointer: an access that is refused is refused at the expression, not at the statement.
    /// </summary>
    public Operand Load(Operand operand, IOperation value)
    {
        if (operand.Kind != OperandKind.Copy || operand.Place.IsLocal || operand.Type.ContainsOwner)
            return operand;
        var loaded = _emit.Temporary(operand.Type, value);
        _builder.Emit(new AssignInstruction(_captures.SiteOfRead(value), loaded, operand));
        return Operand.Move(loaded);
    }

    private IrType IrTypeOf(ITypeSymbol type) => _scope.IrTypeOf(type);
}
