using System.Collections.Generic;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>
/// Finds what is refused only as a part of an expression that is refused as a whole, so that one mistake is reported once: the message of
/// an exception, the array behind the parameters of a call into a library.
/// </summary>
internal static class RefusedParts
{
    /// <summary>Turns refusals inside of others into parts of them.</summary>
    /// <param name="blocks">The blocks of one function.</param>
    public static void Mark(List<BlockBuilder> blocks)
    {
        var wholes = new HashSet<SyntaxNode>();
        foreach (var block in blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (IsRefused(instruction)
                    && instruction.Site.Source is ThrowStatementSyntax or (ExpressionSyntax and not AnonymousFunctionExpressionSyntax))
                {
                    wholes.Add((SyntaxNode)instruction.Site.Source);
                }
            }
        }

        if (wholes.Count == 0)
            return;
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Instructions.Count; i++)
            {
                if (IsRefused(block.Instructions[i]) && block.Instructions[i].Site.Source is SyntaxNode node && IsInside(node, wholes))
                    block.Instructions[i] = ToPart(block.Instructions[i]);
            }
        }
    }

    private static bool IsRefused(Instruction instruction) => instruction switch
    {
        OpaqueInstruction opaque => opaque.Reason.IsRefused(),
        CallInstruction { Target: UnknownTarget target } => target.Reason.IsRefused(),
        _ => false,
    };

    private static bool IsInside(SyntaxNode node, HashSet<SyntaxNode> wholes)
    {
        // What stands in a lambda is refused where the lambda runs.
        for (var outer = node.Parent; outer is ExpressionSyntax or ThrowStatementSyntax or ArgumentSyntax or ArgumentListSyntax
            or BracketedArgumentListSyntax or InterpolatedStringContentSyntax or EqualsValueClauseSyntax; outer = outer.Parent)
        {
            if (outer is AnonymousFunctionExpressionSyntax)
                return false;
            if (wholes.Contains(outer))
                return true;
        }

        return false;
    }

    private static Instruction ToPart(Instruction instruction) => instruction switch
    {
        OpaqueInstruction opaque =>
            new OpaqueInstruction(opaque.Site, opaque.Target, OpaqueReason.Part, opaque.Description, opaque.Inputs, opaque.Escapes),
        CallInstruction call =>
            new CallInstruction(call.Site, call.Result, new UnknownTarget(call.Target.Name, OpaqueReason.Part), call.Arguments),
        _ => instruction,
    };
}
