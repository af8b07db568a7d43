using System.Collections.Immutable;
using Dynptrs.Verifier.Findings;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The words for programs and the helpers that they call.</summary>
internal static class HelperText
{
    /// <summary>A program by its type: <c>a program of type XDP (section `xdp`)</c>.</summary>
    public static string Program(HelperUse use) =>
        use.Program is { Type: { } type, Section: var section }
            ? $"a program of type {type} (section {FindingText.Quote(section)})"
            : "this program";

    /// <summary>Names in a row: <c>A, B and C</c>.</summary>
    public static string List(ImmutableArray<string> names) => names.Length switch
    {
        0 => "no",
        1 => names[0],
        _ => string.Join(", ", names.RemoveAt(names.Length - 1)) + " and " + names[names.Length - 1],
    };
}
