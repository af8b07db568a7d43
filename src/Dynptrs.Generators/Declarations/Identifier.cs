using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Declarations;

/// <summary>Writes names as identifiers.</summary>
internal static class Identifier
{
    /// <summary>The name, with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name of a type where it is declared: there, some names are keywords that are none elsewhere.</summary>
    public static string EscapeType(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? Escape(name) : "@" + name;

    /// <summary>The name of a field inside of a property's accessors, where two names mean something else.</summary>
    public static string EscapeInAccessor(string name) => name switch
    {
        "value" => "this.value",
        "field" => "@field",
        _ => Escape(name),
    };
}
