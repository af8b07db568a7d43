using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Conformance.Tests.Sources;

/// <summary>A diagnostic as the corpus expects it, or as it was found: its id and the exact place.</summary>
internal readonly record struct Mark(string Id, SyntaxTree Tree, TextSpan Span)
{
    public static Mark Of(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Location.SourceTree!, diagnostic.Location.SourceSpan);

    /// <summary>The place as an editor counts, the id and the text: <c>dynptr_fail.cs(12,9): DYN002: ref ptr</c>.</summary>
    public override string ToString()
    {
        var start = Tree.GetLineSpan(Span).StartLinePosition;
        var text = string.Join(' ', Tree.GetText().ToString(Span).Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries));
        return $"{Tree.FilePath}({start.Line + 1},{start.Character + 1}): {Id}: {text}";
    }
}
