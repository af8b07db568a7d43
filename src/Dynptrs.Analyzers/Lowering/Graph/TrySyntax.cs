using System.Collections.Generic;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>Finds the <c>try</c> statements and handlers of a body: the graph keeps no syntax of them, but the order.</summary>
internal sealed class TrySyntax(FunctionScope scope)
{
    private readonly FunctionScope _scope = scope;

    /// <summary>The statement of a region: the graph keeps no syntax of it, but the order.</summary>
    public TryStatementSyntax? Find(ControlFlowRegion protectedRegion)
    {
        var position = 0;
        for (var i = 0; i <= protectedRegion.FirstBlockOrdinal; i++)
        {
            for (var region = _scope.Graph.Blocks[i].EnclosingRegion; region is not null; region = Regions.Outer(region))
            {
                // Of those that begin together, the outermost is written first.
                var isBefore = i < protectedRegion.FirstBlockOrdinal || region.LastBlockOrdinal > protectedRegion.LastBlockOrdinal;
                if (region.Kind == ControlFlowRegionKind.TryAndCatch && region.FirstBlockOrdinal == i && isBefore)
                    position++;
            }
        }

        return OwnNodes()
            .OfType<TryStatementSyntax>()
            .Where(node => node.Catches.Count > 0)
            .OrderBy(node => node.SpanStart)
            .ElementAtOrDefault(position);
    }

    /// <summary>The <c>throw;</c> of a handler, as far as the graph tells: it keeps no syntax of it.</summary>
    public SyntaxNode? FindRethrow(BasicBlock block)
    {
        var handler = block.EnclosingRegion;
        while (handler is not null && handler.Kind != ControlFlowRegionKind.Catch)
            handler = Regions.Outer(handler);
        if (handler is null)
            return null;

        // The handlers of the graph are in the order of their clauses.
        var position = 0;
        for (var i = 0; i < handler.FirstBlockOrdinal; i++)
        {
            for (var region = _scope.Graph.Blocks[i].EnclosingRegion; region is not null; region = Regions.Outer(region))
            {
                if (region.Kind == ControlFlowRegionKind.Catch && region.FirstBlockOrdinal == i)
                    position++;
            }
        }

        var clause = OwnNodes().OfType<CatchClauseSyntax>().OrderBy(node => node.SpanStart).ElementAtOrDefault(position);
        return OwnNodes(clause).OfType<ThrowStatementSyntax>().FirstOrDefault(statement => statement.Expression is null)
            ?? (SyntaxNode?)clause;
    }

    private IEnumerable<SyntaxNode> OwnNodes(SyntaxNode? root = null) =>
        (root ?? _scope.Body).DescendantNodes(node =>
            node == root || node == _scope.Body || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax));
}
