using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The location of a place that the verifier was given.</summary>
internal static class SiteLocation
{
    public static Location? TryGet(Site site) => site.Source is SyntaxNode node ? Of(site, node) : null;

    /// <summary>The location of a node; for the end of a body, that of its closing brace.</summary>
    public static Location Of(Site site, SyntaxNode node) => site.AtEnd && node is BlockSyntax block ? block.CloseBraceToken.GetLocation() : node.GetLocation();
}
