using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>How a file declares its variables.</summary>
internal static class LocalStyle
{
    /// <summary>The type of a new variable: <c>var</c> where the file says so elsewhere, or where there is no better name.</summary>
    public static string Describe(FixContext context, SyntaxNode place, ITypeSymbol? type) =>
        type is null or IErrorTypeSymbol or { IsAnonymousType: true }
        || context.Root.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.IsVar)
            ? "var"
            : type.ToMinimalDisplayString(context.Model, place.SpanStart);
}
