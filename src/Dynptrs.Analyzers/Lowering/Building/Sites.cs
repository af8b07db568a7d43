using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>Says where an operation stands in the source, and what it reads.</summary>
internal static class Sites
{
    /// <summary>Where an operation stands.</summary>
    public static Site At(IOperation operation) => new(operation.Syntax);

    /// <summary>The source of a short expression, as the name of the temporary that holds it.</summary>
    public static string Render(SyntaxNode syntax)
    {
        const int longest = 40;
        if (syntax.Span.Length > longest)
            return "";
        var text = syntax.ToString();
        return text.IndexOf('\n') < 0 ? text : "";
    }
}
