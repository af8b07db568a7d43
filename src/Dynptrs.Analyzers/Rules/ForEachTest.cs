using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The condition of a <c>foreach</c>, which nobody wrote: whether there is another round.</summary>
internal static class ForEachTest
{
    /// <summary>
    /// What the loop goes over whose condition stands at a place, or <see langword="null"/> where it is another condition.
    /// </summary>
    public static SyntaxNode? Source(Site site) =>
        site.Source is ExpressionSyntax { Parent: CommonForEachStatementSyntax loop } node && loop.Expression == node ? node : null;
}
