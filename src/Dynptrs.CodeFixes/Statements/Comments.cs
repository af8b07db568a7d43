using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>The comments of code: a change that loses one is none.</summary>
internal static class Comments
{
    /// <summary>How many there are.</summary>
    public static int Count(SyntaxNode root) => root.DescendantTrivia().Count(IsComment);

    /// <summary>Whether a part of the code is a comment.</summary>
    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
