using System.Collections.Generic;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>
/// The graph of a body: its blocks, the edges between them, and the ways out. What a block holds is lowered by <see
/// cref="IExpressionLowering"/>.
/// </summary>
internal sealed partial class GraphLowering
{
    private readonly FunctionScope _scope;
    private readonly AnalyzedCompilation _compilation;
    private readonly FunctionBuilder _builder;
    private readonly FunctionVariables _variables;
    private readonly FlowCaptures _captures;
    private readonly IExpressionLowering _expressions;
    private readonly TrySyntax _trySyntax;
    private readonly BlockBuilder?[] _blocks;
    private readonly Dictionary<(int Block, FinallyContext Context), BlockBuilder> _copies = [];
    private readonly Queue<(BasicBlock Source, FinallyContext? Context, BlockBuilder Target)> _pending = new();
    private FinallyContext? _finally;
    private Local? _returned;

    public GraphLowering(
        FunctionScope scope,
        FunctionBuilder builder,
        FunctionVariables variables,
        FlowCaptures captures,
        IExpressionLowering expressions)
    {
        _scope = scope;
        _compilation = scope.Compilation;
        _builder = builder;
        _variables = variables;
        _captures = captures;
        _expressions = expressions;
        _trySyntax = new TrySyntax(scope);
        _blocks = new BlockBuilder?[scope.Graph.Blocks.Length];
    }

    /// <summary>Lowers the graph.</summary>
    public void Run()
    {
        AddWayOut();
        // The first block that the builder made is the entry.
        _pending.Enqueue((_scope.Graph.Blocks[0], null, _builder.Current));
        while (_pending.Count > 0)
        {
            _compilation.CancellationToken.ThrowIfCancellationRequested();
            var (source, context, target) = _pending.Dequeue();
            _finally = context;
            _builder.Select(target);
            LowerBlock(source);
        }
    }

    private void LowerBlock(BasicBlock block)
    {
        _builder.Scope = _variables.ScopeOf(block.EnclosingRegion);
        if (block.EnclosingRegion is { Kind: ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter } handler
            && handler.FirstBlockOrdinal == block.Ordinal)
        {
            EmitCaught(handler, block);
        }

        if (_scope.IsProgramCode)
            RefuseTry(block);
        var returned = ReturnedCapture(block);
        foreach (var operation in block.Operations)
        {
            if (operation == returned?.Capture)
                break;
            if (_scope.Errors.IsIn(operation))
            {
                StopHere();
                return;
            }

            _expressions.LowerEffect(operation);
            _builder.EndStatement(At(operation));
        }

        if (block.BranchValue is { } deciding && _scope.Errors.IsIn(deciding))
        {
            StopHere();
            return;
        }

        if (returned is { } result)
        {
            if (_scope.Errors.IsIn(result.Capture))
                StopHere();
            else
                LowerReturn(result.Block, result.Capture.Value);
            _builder.EndStatement();
            return;
        }

        if (block.ConditionalSuccessor is { } conditional && block.BranchValue is { } condition)
        {
            var whenMet = BuildEdge(block, conditional, isConditional: true);
            var otherwise = BuildEdge(block, block.FallThroughSuccessor!, isConditional: false);
            if (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
                _expressions.LowerCondition(condition, whenMet, otherwise);
            else
                _expressions.LowerCondition(condition, otherwise, whenMet);
            _builder.ForgetDropped();
            _builder.EndStatement();
            return;
        }

        if (block.FallThroughSuccessor is { } next)
            FallThrough(block, next);
        else
            _builder.Terminate(new UnreachableTerminator(default));
        _builder.EndStatement();
    }

    /// <summary>What comes next does not compile: a path ends before it.</summary>
    private void StopHere()
    {
        _builder.Terminate(new UnreachableTerminator(default));
        _builder.EndStatement();
    }

    private void FallThrough(BasicBlock block, ControlFlowBranch branch)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Return when block.BranchValue is { } value:
                LowerReturn(block, value);
                break;
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                LowerThrow(block, branch);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                LeaveHandlerCode(block);
                break;
            case ControlFlowBranchSemantics.ProgramTermination or ControlFlowBranchSemantics.Error:
                _builder.Terminate(new UnreachableTerminator(default));
                break;
            default:
                Follow(
                    new EdgeWalk(
                        block.EnclosingRegion,
                        block.Ordinal,
                        branch.Destination,
                        null,
                        EdgeSite(block, branch, isConditional: false)),
                    _finally);
                break;
        }
    }

    /// <summary>
    /// The number that a block ends with, and the block that does nothing but return it: each value of a conditional expression is a result
    /// of its own, and refused as one.
    /// </summary>
    private (IFlowCaptureOperation Capture, BasicBlock Block)? ReturnedCapture(BasicBlock block) =>
        !block.Operations.IsEmpty
        && block.Operations[block.Operations.Length - 1] is IFlowCaptureOperation { Value.Type: { } type } capture
        && block is
        {
            BranchValue: null,
            ConditionalSuccessor: null,
            FallThroughSuccessor: { Semantics: ControlFlowBranchSemantics.Regular } next,
        }
        && next.Destination is
        {
            Operations.IsEmpty: true,
            BranchValue: IFlowCaptureReferenceOperation { Id: var id },
            FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return,
        } destination
        && id.Equals(capture.Id)
        && _scope.Method.RefKind == RefKind.None
        && TypeLowering.Scalar(type) is not null
        && _captures.Find(id) is { Kind: FlowCaptureKind.Value, ValueUses: 1 }
        && !Regions.HasFinally(destination.EnclosingRegion)
            ? (capture, destination)
            : null;

    private void LowerReturn(BasicBlock block, IOperation value)
    {
        var whole = block.BranchValue!.Syntax;
        var site = new Site(whole.Parent is ReturnStatementSyntax statement ? statement : whole);
        var operand = _expressions.LowerReturned(value, isLastUse: !IsUsedInFinally(block.EnclosingRegion, value));
        _builder.EndDropped(site);
        if (Regions.HasFinally(block.EnclosingRegion))
        {
            // One return excludes all others, so that they share the place where the result waits.
            if (_returned?.Type != operand.Type)
                _returned = _builder.AddLateLocal("", operand.Type, isTemporary: true);
            var result = _returned!;
            _builder.Emit(new AssignInstruction(site, new Place(result), operand));
            operand = Operand.Move(new Place(result));
        }

        Follow(
            new EdgeWalk(block.EnclosingRegion, block.Ordinal, null, new ReturnTerminator(site, operand) { ValueSite = At(value) }, site),
            _finally);
    }

    /// <summary>Whether a variable is used by what runs when its function is left.</summary>
    private bool IsUsedInFinally(ControlFlowRegion? left, IOperation value)
    {
        if (value is not ILocalReferenceOperation { Local: var local })
            return false;
        for (var region = left; region is not null; region = Regions.Outer(region))
        {
            if (region.Kind != ControlFlowRegionKind.Try
                || region.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndFinally } around)
            {
                continue;
            }

            var handler = around.NestedRegions[1];
            for (var i = handler.FirstBlockOrdinal; i <= handler.LastBlockOrdinal; i++)
            {
                var block = _scope.Graph.Blocks[i];
                if (block.Operations.Any(Mentions) || (block.BranchValue is { } branch && Mentions(branch)))
                    return true;
            }
        }

        return false;

        bool Mentions(IOperation operation) => operation.DescendantsAndSelf()
            .Any(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));
    }

    /// <summary>The IR block of a block of the graph, in a copy of a finally region where it lies in one.</summary>
    private BlockBuilder BlockFor(BasicBlock block, FinallyContext? context)
    {
        context = FinallyContext.Around(context, block.Ordinal);
        if (context is null)
        {
            if (_blocks[block.Ordinal] is { } known)
                return known;
        }
        else if (_copies.TryGetValue((block.Ordinal, context), out var copy))
        {
            return copy;
        }

        var target = _builder.NewBlock(HandlersOf(block.EnclosingRegion, context));
        if (context is null)
            _blocks[block.Ordinal] = target;
        else
            _copies.Add((block.Ordinal, context), target);
        _pending.Enqueue((block, context, target));
        return target;
    }
}
