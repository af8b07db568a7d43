using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>Exceptions that a statement throws: through the finally regions on the way, to the handlers that may catch them.</summary>
internal sealed partial class GraphLowering
{
    private void LowerThrow(BasicBlock block, ControlFlowBranch branch)
    {
        var exception = branch.Semantics == ControlFlowBranchSemantics.Throw ? block.BranchValue : null;
        var syntax = exception?.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
            ?? (SyntaxNode?)JumpSyntax.Find(block, isConditional: false)
            ?? exception?.Syntax
            ?? _trySyntax.FindRethrow(block)
            ?? _scope.Body;
        var site = new Site(syntax);
        if (exception is not null)
            _expressions.Discard(exception);
        _builder.Emit(Emitter.Opaque(
            site,
            null,
            OpaqueReason.Exception,
            exception is { IsImplicit: true, Syntax: SwitchExpressionSyntax } ? "an exception where no arm matches" : "an exception"));
        if (_scope.IsProgramCode)
        {
            // It is refused, and nothing follows from that.
            _builder.Terminate(new UnreachableTerminator(site));
            return;
        }

        var thrown = exception is IConversionOperation { Operand.Type: { } operandType } ? operandType : exception?.Type;
        Propagate(block.EnclosingRegion, thrown, _finally, site);
    }

    /// <summary>An exception goes outwards: to the handlers that may catch it, through the finally regions on the way.</summary>
    private void Propagate(ControlFlowRegion? region, ITypeSymbol? thrown, FinallyContext? context, Site site)
    {
        var isCaught = CatchClauses.MayBeCaught(region, thrown);
        for (; region is not null; region = Regions.Outer(region))
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
                var match = CatchClauses.Matches(handler, thrown);
                if (match == false)
                    continue;
                var target = BlockFor(_scope.Graph.Blocks[handler.FirstBlockOrdinal], context);
                if (match == true)
                {
                    _builder.Goto(site, target);
                    return;
                }

                var caught = _builder.Temporary(ScalarType.Bool);
                _builder.Emit(Emitter.Opaque(site, new Place(caught), OpaqueReason.Part, "an exception"));
                var next = _builder.NewBlock();
                _builder.Terminate(new BranchTerminator(default, Operand.Move(new Place(caught)), target.Index, next.Index));
                _builder.Select(next);
            }
        }

        _builder.Terminate(new ThrowTerminator(site));
    }

    private void EmitCaught(ControlFlowRegion handler, BasicBlock block)
    {
        var clause = handler.Kind == ControlFlowRegionKind.Catch && block.Operations.Length > 0
            ? block.Operations[0].Syntax
            : block.BranchValue?.Syntax;
        var site = clause?.FirstAncestorOrSelf<CatchClauseSyntax>() ?? clause ?? _scope.Body;
        _builder.Emit(Emitter.Opaque(new Site(site), null, OpaqueReason.Part, "an exception handler"));
    }

    /// <summary>
    /// Refuses the <c>try</c> statements with handlers that begin with a block. One that only has a <c>finally</c> runs it on every way
    /// out.
    /// </summary>
    private void RefuseTry(BasicBlock block)
    {
        for (var region = block.EnclosingRegion;
            region is not null && region.FirstBlockOrdinal == block.Ordinal;
            region = Regions.Outer(region))
        {
            if (region
                is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } protectedRegion })
            {
                continue;
            }

            var site = _trySyntax.Find(protectedRegion) ?? _scope.Body;
            _builder.Emit(Emitter.Opaque(new Site(site), null, OpaqueReason.Exception, "an exception handler"));
        }
    }
}
