using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Declarations;

/// <summary>Writes names as identifiers.</summary>
internal static class Identifier
{
    /// <summary>The name, with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
