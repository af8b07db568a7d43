using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>Handlers around a block: where an exception leads that any of its instructions may throw.</summary>
internal sealed partial class GraphLowering
{
    private readonly Dictionary<(ControlFlowRegion Try, int Context), ImmutableArray<BlockBuilder>> _handlersOfRegion = [];
    private readonly Dictionary<FinallyContext, int> _contextNumbers = [];
    private ImmutableArray<BlockBuilder> _outermostHandlers = ImmutableArray<BlockBuilder>.Empty;

    /// <summary>The blocks that an exception in a region may lead to, innermost first.</summary>
    private ImmutableArray<BlockBuilder> HandlersOf(ControlFlowRegion? region, FinallyContext? context)
    {
        for (; region is not null; region = Regions.Outer(region))
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } protectedRegion })
                continue;
            context = FinallyContext.Around(context, region.FirstBlockOrdinal);
            var key = (region, NumberOf(context));
            if (_handlersOfRegion.TryGetValue(key, out var known))
                return known;
            var outer = HandlersOf(protectedRegion.EnclosingRegion, context);
            var handlers = protectedRegion.Kind == ControlFlowRegionKind.TryAndCatch
                ? EnterCatch(protectedRegion, outer, context)
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
        if (_scope.IsProgramCode || !_compilation.FollowsExceptions(_scope.Method))
            return;
        var exit = _builder.NewBlock(ImmutableArray<BlockBuilder>.Empty);
        exit.IsWayOut = true;
        exit.Terminator = new ThrowTerminator(default) { IsImplicit = true };
        _outermostHandlers = [exit];
    }

    private ImmutableArray<BlockBuilder> EnterCatch(
        ControlFlowRegion protectedRegion,
        ImmutableArray<BlockBuilder> outer,
        FinallyContext? context)
    {
        var handlers = ImmutableArray.CreateBuilder<BlockBuilder>();
        for (var i = 1; i < protectedRegion.NestedRegions.Length; i++)
        {
            var handler = protectedRegion.NestedRegions[i];
            handlers.Add(BlockFor(_scope.Graph.Blocks[handler.FirstBlockOrdinal], context));
            if (CatchClauses.CatchesAll(handler))
                return handlers.ToImmutable();
        }

        handlers.AddRange(outer);
        return handlers.ToImmutable();
    }

    /// <summary>An exception that a handler further out catches runs this finally region first.</summary>
    private ImmutableArray<BlockBuilder> RunFinallyBefore(
        ControlFlowRegion protectedRegion,
        ImmutableArray<BlockBuilder> outer,
        FinallyContext? context)
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

    private int NumberOf(FinallyContext? context)
    {
        if (context is null)
            return 0;
        if (!_contextNumbers.TryGetValue(context, out var number))
            _contextNumbers.Add(context, number = _contextNumbers.Count + 1);
        return number;
    }

    /// <summary>The end of a finally region, or of a filter that does not catch.</summary>
    private void LeaveHandlerCode(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = Regions.Outer(region))
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

    /// <summary>Whether a finally region only disposes an enumerator that the real code does not have.</summary>
    private bool IsEnumerationCleanup(ControlFlowRegion finallyRegion)
    {
        var block = _scope.Graph.Blocks[finallyRegion.FirstBlockOrdinal];
        return (block.Operations.Length > 0 ? block.Operations[0] : block.BranchValue) is { } first && _captures.RefersToEnumeration(first);
    }
}
