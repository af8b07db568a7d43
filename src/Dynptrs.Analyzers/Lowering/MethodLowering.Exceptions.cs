using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Graph;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Exceptions: throw, catch, and finally regions that run on the way to a handler.</summary>
internal sealed partial class MethodLowering
{
    private readonly Dictionary<(ControlFlowRegion Try, int Context), ImmutableArray<BlockBuilder>> _handlersOfRegion = [];
    private readonly Dictionary<FinallyContext, int> _contextNumbers = [];
    private ImmutableArray<BlockBuilder> _outermostHandlers = ImmutableArray<BlockBuilder>.Empty;

    /// <summary>The blocks that an exception in a region may lead to, innermost first.</summary>
    private ImmutableArray<BlockBuilder> HandlersOf(ControlFlowRegion? region, FinallyContext? context)
    {
        for (; region is not null; region = Outer(region))
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } protectedRegion })
                continue;
            context = FinallyContext.Around(context, region.FirstBlockOrdinal);
            var key = (region, ContextNumber(context));
            if (_handlersOfRegion.TryGetValue(key, out var known))
                return known;
            var outer = HandlersOf(protectedRegion.EnclosingRegion, context);
            var handlers = protectedRegion.Kind == ControlFlowRegionKind.TryAndCatch
                ? CatchHandlers(protectedRegion, outer, context)
                : RunFinallyBefore(protectedRegion, outer, context);
            // What finds a handler may have found it in the meantime, through a jump back into this region.
            if (!_handlersOfRegion.TryGetValue(key, out known))
                _handlersOfRegion.Add(key, known = handlers);
            return known;
        }

        return _outermostHandlers;
    }

    /// <summary>What nobody catches leaves the function, where that is followed.</summary>
    private void AddWayOut()
    {
        if (_scope.IsProgramCode || !_context.FollowsExceptions(_scope.Method))
            return;
        var exit = _builder.NewBlock(ImmutableArray<BlockBuilder>.Empty);
        exit.IsWayOut = true;
        exit.Terminator = new ThrowTerminator(default) { IsImplicit = true };
        _outermostHandlers = [exit];
    }

    private ImmutableArray<BlockBuilder> CatchHandlers(ControlFlowRegion protectedRegion, ImmutableArray<BlockBuilder> outer, FinallyContext? context)
    {
        var handlers = ImmutableArray.CreateBuilder<BlockBuilder>();
        for (var i = 1; i < protectedRegion.NestedRegions.Length; i++)
        {
            var handler = protectedRegion.NestedRegions[i];
            handlers.Add(BlockFor(_scope.Graph.Blocks[handler.FirstBlockOrdinal], context));
            if (CatchesAll(handler))
                return handlers.ToImmutable();
        }

        handlers.AddRange(outer);
        return handlers.ToImmutable();
    }

    /// <summary>An exception that a handler further out catches runs this finally region first.</summary>
    private ImmutableArray<BlockBuilder> RunFinallyBefore(ControlFlowRegion protectedRegion, ImmutableArray<BlockBuilder> outer, FinallyContext? context)
    {
        var finallyRegion = protectedRegion.NestedRegions[1];
        if (outer.IsEmpty || IsEnumerationCleanup(finallyRegion))
            return outer;
        var handlers = ImmutableArray.CreateBuilder<BlockBuilder>(outer.Length);
        foreach (var handler in outer)
        {
            var copy = new FinallyContext(finallyRegion, context, () => _builder.Goto(default, handler));
            var first = BlockFor(_scope.Graph.Blocks[finallyRegion.FirstBlockOrdinal], copy);
            first.IsWayOut = handler.IsWayOut;
            handlers.Add(first);
        }

        return handlers.ToImmutable();
    }

    private int ContextNumber(FinallyContext? context)
    {
        if (context is null)
            return 0;
        if (!_contextNumbers.TryGetValue(context, out var number))
            _contextNumbers.Add(context, number = _contextNumbers.Count + 1);
        return number;
    }

    /// <summary>Refuses the <c>try</c> statements with handlers that begin with a block. One that only has a <c>finally</c> runs it on every way out.</summary>
    private void RefuseTry(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region.FirstBlockOrdinal == block.Ordinal; region = Outer(region))
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } protectedRegion })
                continue;
            SyntaxNode site = TryStatement(protectedRegion) ?? _scope.Body;
            _builder.Emit(Opaque(new Site(site), null, OpaqueReason.Exception, "an exception handler"));
        }
    }

    /// <summary>The statement of a region: the graph keeps no syntax of it, but the order.</summary>
    private TryStatementSyntax? TryStatement(ControlFlowRegion protectedRegion)
    {
        var position = 0;
        for (var i = 0; i <= protectedRegion.FirstBlockOrdinal; i++)
        {
            for (var region = _scope.Graph.Blocks[i].EnclosingRegion; region is not null; region = Outer(region))
            {
                // Of those that begin together, the outermost is written first.
                var isBefore = i < protectedRegion.FirstBlockOrdinal || region.LastBlockOrdinal > protectedRegion.LastBlockOrdinal;
                if (region.Kind == ControlFlowRegionKind.TryAndCatch && region.FirstBlockOrdinal == i && isBefore)
                    position++;
            }
        }

        return OwnNodes().OfType<TryStatementSyntax>().Where(node => node.Catches.Count > 0).OrderBy(node => node.SpanStart).ElementAtOrDefault(position);
    }

    private void EmitCaught(ControlFlowRegion handler, BasicBlock block)
    {
        var clause = handler.Kind == ControlFlowRegionKind.Catch && block.Operations.Length > 0 ? block.Operations[0].Syntax : block.BranchValue?.Syntax;
        SyntaxNode site = clause?.FirstAncestorOrSelf<CatchClauseSyntax>() ?? clause ?? _scope.Body;
        _builder.Emit(Opaque(new Site(site), null, OpaqueReason.Part, "an exception handler"));
    }

    private void LowerThrow(BasicBlock block, ControlFlowBranch branch)
    {
        var exception = branch.Semantics == ControlFlowBranchSemantics.Throw ? block.BranchValue : null;
        var syntax = exception?.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
            ?? (SyntaxNode?)JumpSyntax.Find(block, isConditional: false)
            ?? exception?.Syntax
            ?? Rethrow(block)
            ?? _scope.Body;
        var site = new Site(syntax);
        if (exception is not null)
            Discard(exception);
        _builder.Emit(Opaque(site, null, OpaqueReason.Exception, exception is { IsImplicit: true, Syntax: SwitchExpressionSyntax } ? "an exception where no arm matches" : "an exception"));
        if (_scope.IsProgramCode)
        {
            // It is refused, and nothing follows from that.
            _builder.Terminate(new UnreachableTerminator(site));
            return;
        }

        var thrown = exception is IConversionOperation { Operand.Type: { } operandType } ? operandType : exception?.Type;
        Propagate(block.EnclosingRegion, thrown, _finally, site);
    }

    /// <summary>The <c>throw;</c> of a handler, as far as the graph tells: it keeps no syntax of it.</summary>
    private SyntaxNode? Rethrow(BasicBlock block)
    {
        var handler = block.EnclosingRegion;
        while (handler is not null && handler.Kind != ControlFlowRegionKind.Catch)
            handler = Outer(handler);
        if (handler is null)
            return null;

        // The handlers of the graph are in the order of their clauses.
        var position = 0;
        for (var i = 0; i < handler.FirstBlockOrdinal; i++)
        {
            for (var region = _scope.Graph.Blocks[i].EnclosingRegion; region is not null; region = Outer(region))
            {
                if (region.Kind == ControlFlowRegionKind.Catch && region.FirstBlockOrdinal == i)
                    position++;
            }
        }

        var clause = OwnNodes().OfType<CatchClauseSyntax>().OrderBy(node => node.SpanStart).ElementAtOrDefault(position);
        return OwnNodes(clause).OfType<ThrowStatementSyntax>().FirstOrDefault(statement => statement.Expression is null) ?? (SyntaxNode?)clause;
    }

    private IEnumerable<SyntaxNode> OwnNodes(SyntaxNode? root = null) =>
        (root ?? _scope.Body).DescendantNodes(node => node == root || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) || node == _scope.Body);

    /// <summary>An exception goes outwards: to the handlers that may catch it, through the finally regions on the way.</summary>
    private void Propagate(ControlFlowRegion? region, ITypeSymbol? thrown, FinallyContext? context, Site site)
    {
        var isCaught = MayBeCaught(region, thrown);
        for (; region is not null; region = Outer(region))
        {
            if (isCaught && region.Kind == ControlFlowRegionKind.LocalLifetime)
                EndScope(region, site);
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } protectedRegion })
                continue;
            if (protectedRegion.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                var finallyRegion = protectedRegion.NestedRegions[1];
                if (IsEnumerationCleanup(finallyRegion))
                    continue;
                var outer = FinallyContext.Around(context, finallyRegion.FirstBlockOrdinal);
                var copy = new FinallyContext(finallyRegion, outer, () => Propagate(protectedRegion.EnclosingRegion, thrown, outer, site));
                _builder.Goto(site, BlockFor(_scope.Graph.Blocks[finallyRegion.FirstBlockOrdinal], copy));
                return;
            }

            for (var i = 1; i < protectedRegion.NestedRegions.Length; i++)
            {
                var handler = protectedRegion.NestedRegions[i];
                var match = Matches(handler, thrown);
                if (match == false)
                    continue;
                var target = BlockFor(_scope.Graph.Blocks[handler.FirstBlockOrdinal], context);
                if (match == true)
                {
                    _builder.Goto(site, target);
                    return;
                }

                var caught = _builder.Temporary(ScalarType.Bool);
                _builder.Emit(Opaque(site, new Place(caught), OpaqueReason.Part, "an exception"));
                var next = _builder.NewBlock(_handlers);
                _builder.Terminate(new BranchTerminator(default, Operand.Move(new Place(caught)), target.Index, next.Index));
                _builder.Select(next);
            }
        }

        _builder.Terminate(new ThrowTerminator(site));
    }

    private bool MayBeCaught(ControlFlowRegion? region, ITypeSymbol? thrown)
    {
        for (; region is not null; region = Outer(region))
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } protectedRegion })
                continue;
            for (var i = 1; i < protectedRegion.NestedRegions.Length; i++)
            {
                if (Matches(protectedRegion.NestedRegions[i], thrown) != false)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a handler catches an exception: yes, no, or perhaps.</summary>
    private static bool? Matches(ControlFlowRegion handler, ITypeSymbol? thrown)
    {
        if (CatchesAll(handler))
            return true;
        var caught = CaughtType(handler);
        if (thrown is null || caught is null)
            return null;
        if (DerivesFrom(thrown, caught))
            return handler.Kind == ControlFlowRegionKind.FilterAndHandler ? null : true;
        return DerivesFrom(caught, thrown) ? null : false;
    }

    private static bool CatchesAll(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.Catch
        && CaughtType(handler) is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static ITypeSymbol? CaughtType(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.FilterAndHandler ? handler.NestedRegions[0].ExceptionType ?? handler.ExceptionType : handler.ExceptionType;

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, ancestor))
                return true;
        }

        return false;
    }

    /// <summary>The end of a finally region, or of a filter that does not catch.</summary>
    private void LeaveHandlerCode(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = Outer(region))
        {
            if (region.Kind == ControlFlowRegionKind.Finally && _finally is { } copy && copy.Region == region)
            {
                copy.Resume();
                return;
            }

            // The handlers that come next see every state of the region anyway.
            if (region.Kind == ControlFlowRegionKind.Filter)
                break;
        }

        _builder.Terminate(new UnreachableTerminator(default));
    }

    private static bool HasFinally(ControlFlowRegion? region)
    {
        for (; region is not null; region = Outer(region))
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndFinally })
                return true;
        }

        return false;
    }

    /// <summary>Whether a finally region only disposes an enumerator that the real code does not have.</summary>
    private bool IsEnumerationCleanup(ControlFlowRegion finallyRegion)
    {
        var block = _scope.Graph.Blocks[finallyRegion.FirstBlockOrdinal];
        return (block.Operations.Length > 0 ? block.Operations[0] : block.BranchValue) is { } first && RefersToEnumeration(first);
    }

    private bool RefersToEnumeration(IOperation operation)
    {
        if (operation is IFlowCaptureReferenceOperation reference)
            return _captures.Find(reference.Id) is { Kind: FlowCaptureKind.Enumeration };
        if (!operation.IsImplicit)
            return false;
        foreach (var child in operation.ChildOperations)
        {
            if (RefersToEnumeration(child))
                return true;
        }

        return false;
    }
}
