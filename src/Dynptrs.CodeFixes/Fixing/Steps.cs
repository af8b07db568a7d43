using System.Collections.Generic;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>The steps that led to a mistake.</summary>
internal static class Steps
{
    /// <summary>The steps, oldest first.</summary>
    public static IEnumerable<(string Label, Location Location)> Of(Diagnostic diagnostic) =>
        Mistake.Read(diagnostic).Labels.Zip(diagnostic.AdditionalLocations, (label, location) => (label, location));

    /// <summary>The steps of some labels that lie in a document.</summary>
    public static IEnumerable<SyntaxNode> Find(SyntaxNode root, Diagnostic diagnostic, params string[] labels) => Of(diagnostic)
        .Where(step => labels.Contains(step.Label) && step.Location.SourceTree == root.SyntaxTree)
        .Select(step => root.FindNode(step.Location.SourceSpan, getInnermostNodeForTie: true));

    /// <summary>Where the mistake is, or <see langword="null"/> where it is in another document, or in what is called.</summary>
    public static SyntaxNode? FindMistake(SyntaxNode root, Diagnostic diagnostic) =>
        Mistake.Read(diagnostic).IsElsewhere || diagnostic.Location.SourceTree != root.SyntaxTree
            ? null
            : root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
