using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Graph;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Blocks, and the edges between them.</summary>
internal sealed partial class MethodLowering
{
    private readonly BlockBuilder?[] _blocks;
    private readonly Dictionary<(int Block, FinallyContext Context), BlockBuilder> _copies = [];
    private readonly Queue<(BasicBlock Source, FinallyContext? Context, BlockBuilder Target)> _pending = new();
    private FinallyContext? _finally;
    private Local? _returned;
    private BasicBlock _block = null!;
    private ImmutableArray<BlockBuilder> _handlers = ImmutableArray<BlockBuilder>.Empty;

    private void LowerGraph()
    {
        // The first block that the builder made is the entry.
        _pending.Enqueue((_scope.Graph.Blocks[0], null, _builder.Current));
        while (_pending.Count > 0)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            var (source, context, target) = _pending.Dequeue();
            _block = source;
            _finally = context;
            _handlers = target.Handlers;
            _builder.Select(target);
            LowerBlock(source);
        }
    }

    private void LowerBlock(BasicBlock block)
    {
        if (block.EnclosingRegion is { Kind: ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter } handler
            && handler.FirstBlockOrdinal == block.Ordinal)
        {
            EmitCaught(handler, block);
        }

        if (_scope.IsProgramCode)
            RefuseTry(block);
        foreach (var operation in block.Operations)
        {
            Effect(operation);
            EndStatement(At(operation));
        }

        if (block.ConditionalSuccessor is { } conditional && block.BranchValue is { } condition)
        {
            var whenMet = EdgeBlock(block, conditional, isConditional: true);
            var otherwise = EdgeBlock(block, block.FallThroughSuccessor!, isConditional: false);
            if (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
                LowerCondition(condition, whenMet, otherwise);
            else
                LowerCondition(condition, otherwise, whenMet);
            _droppedOwners.Clear();
            _builder.EndStatement();
            return;
        }

        if (block.FallThroughSuccessor is { } next)
            FallThrough(block, next);
        else
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
                Follow(new EdgeWalk(block.EnclosingRegion, block.Ordinal, branch.Destination, null, EdgeSite(block, branch, isConditional: false)), _finally);
                break;
        }
    }

    private void LowerReturn(BasicBlock block, IOperation value)
    {
        var site = new Site(value.Syntax.Parent is ReturnStatementSyntax statement ? statement : value.Syntax);
        var operand = ReturnedValue(value);
        EndDroppedOwners(site);
        if (HasFinally(block.EnclosingRegion))
        {
            // One return excludes all others, so that they share the place where the result waits.
            if (_returned?.Type != operand.Type)
                _returned = _builder.AddLateLocal("", operand.Type, isTemporary: true);
            var result = _returned!;
            _builder.Emit(new AssignInstruction(site, new Place(result), operand));
            operand = Operand.Move(new Place(result));
        }

        Follow(new EdgeWalk(block.EnclosingRegion, block.Ordinal, null, new ReturnTerminator(site, operand) { ValueSite = At(value) }, site), _finally);
    }

    /// <summary>Loads what is reached through a pointer: an access that is refused is refused at the expression, not at the statement.</summary>
    private Operand Loaded(Operand operand, IOperation value)
    {
        if (operand.Kind != OperandKind.Copy || operand.Place.IsLocal || operand.Type.ContainsOwner)
            return operand;
        var loaded = new Place(_builder.Temporary(operand.Type, Render(value.Syntax)));
        _builder.Emit(new AssignInstruction(AtRead(value), loaded, operand));
        return Operand.Move(loaded);
    }

    private Operand ReturnedValue(IOperation value)
    {
        if (_scope.Method.RefKind == RefKind.None)
            return Loaded(Lower(value, null), value);
        var place = Location(value);
        if (place.Steps.Length == 1 && place.Steps[0] is DereferenceStep)
            return Operand.Copy(new Place(place.Local));
        var pointer = new Place(_builder.Temporary(_context.Types.Pointer(place.Type, _scope.Method.RefKind == RefKind.RefReadOnly), Render(value.Syntax)));
        _builder.Emit(new AddressOfInstruction(At(value), pointer, place));
        return Operand.Move(pointer);
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

    /// <summary>The block where an edge of a condition leads: what has to happen on the way gets a block of its own.</summary>
    private BlockBuilder EdgeBlock(BasicBlock source, ControlFlowBranch branch, bool isConditional)
    {
        var current = _builder.Current;
        var target = _builder.NewBlock(_handlers);
        _builder.Select(target);
        if (branch.Semantics is ControlFlowBranchSemantics.StructuredExceptionHandling)
            LeaveHandlerCode(source);
        else if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
            LowerThrow(source, branch);
        else
            Follow(new EdgeWalk(source.EnclosingRegion, source.Ordinal, branch.Destination, null, EdgeSite(source, branch, isConditional)), _finally);
        _builder.Select(current);
        return target;
    }

    /// <summary>Emits what happens on an edge: scopes end and finally regions run, innermost first.</summary>
    private void Follow(EdgeWalk walk, FinallyContext? context)
    {
        var leaves = walk.Terminator is not null || walk.Destination is null or { Kind: BasicBlockKind.Exit };
        for (var region = walk.Region; region is not null; region = Outer(region))
        {
            var isLeft = leaves || !Contains(region, walk.Destination!.Ordinal);
            if (!leaves && (isLeft || IsReentered(region, walk)) && region.Kind == ControlFlowRegionKind.LocalLifetime)
                EndScope(region, walk.Site);
            if (!isLeft || region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndFinally } protectedRegion })
                continue;
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
            _builder.Terminate(new ReturnTerminator(walk.Site, null));
        else
            _builder.Goto(walk.Site, BlockFor(walk.Destination!, context));
    }

    /// <summary>A jump back to the first block of a scope leaves the scope and enters it again: nothing is assigned there yet.</summary>
    private static bool IsReentered(ControlFlowRegion region, EdgeWalk walk) =>
        walk.Destination!.Ordinal == region.FirstBlockOrdinal && walk.Source >= region.FirstBlockOrdinal;

    /// <summary>The region around a region; the graph of a lambda is rooted in that of the function around it, and ends there.</summary>
    private static ControlFlowRegion? Outer(ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Root ? null : region.EnclosingRegion;

    private static bool Contains(ControlFlowRegion region, int block) =>
        region.FirstBlockOrdinal <= block && block <= region.LastBlockOrdinal;

    private void EndScope(ControlFlowRegion region, Site site)
    {
        foreach (var local in region.Locals)
        {
            if (_variables.TryGetValue(local, out var variable) && variable.Type.ContainsOwner)
                _builder.Emit(new EndOfScopeInstruction(site.Source is null ? ScopeEnd(local) : site, variable));
        }
    }

    private Site ScopeEnd(ILocalSymbol local)
    {
        var declaration = local.DeclaringSyntaxReferences.IsEmpty ? null : local.DeclaringSyntaxReferences[0].GetSyntax(_context.CancellationToken);
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

    /// <summary>The statement is over: what a call left in a temporary that nobody took can never be released.</summary>
    private void EndStatement(Site site)
    {
        EndDroppedOwners(site);
        _builder.EndStatement();
    }

    private void EndDroppedOwners(Site site)
    {
        foreach (var owner in _droppedOwners)
            _builder.Emit(new EndOfScopeInstruction(site, owner));
        _droppedOwners.Clear();
    }

    /// <summary>An edge on its way out of regions.</summary>
    /// <param name="Region">The next region to leave.</param>
    /// <param name="Source">The block where the edge begins.</param>
    /// <param name="Destination">Where it leads, unless it leaves the function.</param>
    /// <param name="Terminator">How it leaves the function.</param>
    /// <param name="Site">The place that stands for it.</param>
    private sealed record EdgeWalk(ControlFlowRegion? Region, int Source, BasicBlock? Destination, Terminator? Terminator, Site Site);
}
