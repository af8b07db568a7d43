using System.Linq;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>Edges: scopes end and finally regions run on the way.</summary>
internal sealed partial class GraphLowering
{
    /// <summary>The block where an edge of a condition leads: what has to happen on the way gets a block of its own.</summary>
    private BlockBuilder BuildEdge(BasicBlock source, ControlFlowBranch branch, bool isConditional)
    {
        var current = _builder.Current;
        var target = _builder.NewBlock();
        _builder.Select(target);
        if (branch.Semantics is ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            LeaveHandlerCode(source);
        }
        else if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
        {
            LowerThrow(source, branch);
        }
        else
        {
            Follow(
                new EdgeWalk(source.EnclosingRegion, source.Ordinal, branch.Destination, null, EdgeSite(source, branch, isConditional)),
                _finally);
        }

        _builder.Select(current);
        return target;
    }

    /// <summary>Emits what happens on an edge: scopes end and finally regions run, innermost first.</summary>
    private void Follow(EdgeWalk walk, FinallyContext? context)
    {
        var leaves = walk.Terminator is not null || walk.Destination is null or { Kind: BasicBlockKind.Exit };
        for (var region = walk.Region; region is not null; region = Regions.Outer(region))
        {
            var isLeft = leaves || !Regions.Contains(region, walk.Destination!.Ordinal);
            if (!leaves && (isLeft || IsReentered(region, walk)) && region.Kind == ControlFlowRegionKind.LocalLifetime)
                EndScope(region, walk.Site);
            if (!isLeft
                || region is not
                {
                    Kind: ControlFlowRegionKind.Try,
                    EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndFinally } protectedRegion,
                })
            {
                continue;
            }

            var finallyRegion = protectedRegion.NestedRegions[1];
            if (IsEnumerationCleanup(finallyRegion))
                continue;
            var rest = walk with { Region = protectedRegion.EnclosingRegion };
            var outer = FinallyContext.Around(context, finallyRegion.FirstBlockOrdinal);
            var copy = new FinallyContext(finallyRegion, outer, () => Follow(rest, outer));
            _builder.Goto(walk.Site, BlockFor(_scope.Graph.Blocks[finallyRegion.FirstBlockOrdinal], copy));
            return;
        }

        if (walk.Terminator is not null)
            _builder.Terminate(walk.Terminator);
        else if (leaves)
            _builder.Terminate(MustReturnValue() ? new UnreachableTerminator(default) : new ReturnTerminator(walk.Site, null));
        else
            _builder.Goto(walk.Site, BlockFor(walk.Destination!, context));
    }

    /// <summary>Whether the end of the body may not be reached: that does not compile.</summary>
    private bool MustReturnValue() => _scope.Method is { ReturnsVoid: false, IsAsync: false, IsIterator: false };

    /// <summary>A jump back to the first block of a scope leaves the scope and enters it again: nothing is assigned there yet.</summary>
    private static bool IsReentered(ControlFlowRegion region, EdgeWalk walk) =>
        walk.Destination!.Ordinal == region.FirstBlockOrdinal && walk.Source >= region.FirstBlockOrdinal;

    private void EndScope(ControlFlowRegion region, Site site)
    {
        foreach (var local in region.Locals)
        {
            if (_variables.Find(local) is { Type.MayHoldReference: true } variable)
                _builder.Emit(new EndOfScopeInstruction(site.Source is null ? ScopeEnd(local) : site, variable));
        }
    }

    private Site ScopeEnd(ILocalSymbol local)
    {
        var declaration = local.DeclaringSyntaxReferences.IsEmpty
            ? null
            : local.DeclaringSyntaxReferences[0].GetSyntax(_compilation.CancellationToken);
        for (var node = declaration; node is not null; node = node.Parent)
        {
            if (node is BlockSyntax or SwitchStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax)
                return new Site(node, AtEnd: true);
        }

        return new Site(_scope.Body, AtEnd: true);
    }

    /// <summary>The place that stands for an edge: the jump statement that makes it, else the end of the body when it leaves.</summary>
    private Site EdgeSite(BasicBlock block, ControlFlowBranch branch, bool isConditional)
    {
        if (JumpSyntax.Find(block, isConditional) is { } jump)
            return new Site(jump);
        return branch.Destination is { Kind: BasicBlockKind.Exit } ? new Site(BodyOf(_scope.Body), AtEnd: true) : default;
    }

    private static SyntaxNode BodyOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: { } body } => body,
        AccessorDeclarationSyntax { Body: { } body } => body,
        LocalFunctionStatementSyntax { Body: { } body } => body,
        AnonymousFunctionExpressionSyntax { Block: { } body } => body,
        CompilationUnitSyntax unit when unit.Members.LastOrDefault(member => member is GlobalStatementSyntax) is { } last => last,
        _ => declaration,
    };
}
