using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>
/// Verifies a change before it is offered. A release that is right on one path may be wrong on another that leaves by the
/// same statement, and an early exit may not compile; only the verifier and the compiler know.
/// </summary>
internal sealed class FixCheck
{
    /// <summary>What a wrong release or exit leads to. Other rules may report what the mended mistake has hidden.</summary>
    private static readonly ImmutableHashSet<string> Consequences = ["DYN001", "DYN002", "DYN003", "DYN004", "DYN005"];

    private readonly ImmutableArray<Diagnostic> _after;

    private FixCheck(ImmutableArray<Diagnostic> after, bool isClean)
    {
        _after = after;
        IsClean = isClean;
    }

    /// <summary>Whether the mistake is gone and none has come.</summary>
    public bool IsClean { get; }

    /// <summary>Verifies a change.</summary>
    /// <param name="before">The code before.</param>
    /// <param name="place">The place of the mistake in it.</param>
    /// <param name="after">The code after; what was inserted is marked.</param>
    /// <param name="diagnostic">The diagnostic of the mistake.</param>
    public static FixCheck Run(FixContext before, SyntaxNode place, FixContext after, Diagnostic diagnostic)
    {
        var inserted = after.Root.GetAnnotatedNodes(StatementEditor.InsertedKind).ToImmutableArray();
        if (inserted.IsEmpty)
            return new FixCheck([], isClean: false);
        var verifiedBefore = before.Verify(place, diagnostic.Id);
        var verifiedAfter = after.Verify(inserted[0], diagnostic.Id);
        var isClean = Compiles(after, inserted[0])
            && !inserted.Any(node => verifiedAfter.Any(finding => Touches(finding, node)))
            && Count(verifiedAfter, diagnostic) < Count(verifiedBefore, diagnostic)
            && Consequences.All(id => verifiedAfter.Count(finding => finding.Id == id) <= verifiedBefore.Count(finding => finding.Id == id))
            && verifiedAfter.Sum(finding => Exits.Locate(finding).Count()) <= verifiedBefore.Sum(finding => Exits.Locate(finding).Count());
        return new FixCheck(verifiedAfter, isClean);
    }

    /// <summary>Whether a change that inserts nothing, or moves what is there, mends a mistake: it is gone, nothing else is reported, and what is changed compiles as it did.</summary>
    public static bool Mends(FixContext before, SyntaxNode place, FixContext after, Diagnostic diagnostic)
    {
        if (before.GetType(place) is not { } type || FindType(after, type) is not { } changed || HasNewErrors(before, after))
            return false;
        var verifiedBefore = before.Verify(type, diagnostic.Id);
        var verifiedAfter = after.Verify(changed, diagnostic.Id);
        return verifiedAfter.Length < verifiedBefore.Length
            && Count(verifiedAfter, diagnostic) < Count(verifiedBefore, diagnostic)
            && verifiedAfter.GroupBy(finding => finding.Id).All(same => same.Count() <= verifiedBefore.Count(finding => finding.Id == same.Key));
    }

    /// <summary>Whether a change that mends nothing leaves the verdict as it was: the same is reported in the types around some places, and the file compiles as it did.</summary>
    public static bool Keeps(FixContext before, IEnumerable<SyntaxNode> places, FixContext after)
    {
        if (HasNewErrors(before, after))
            return false;
        foreach (var type in places.Select(before.GetType).Distinct<INamedTypeSymbol?>(SymbolEqualityComparer.Default))
        {
            if (type is null || FindType(after, type) is not { } changed || !before.Verify(type).Select(Describe).SequenceEqual(after.Verify(changed).Select(Describe)))
                return false;
        }

        return true;

        // What has no name is named as it is written, which may have changed.
        static (string, string?) Describe(Diagnostic finding) =>
            (finding.Id, Mistake.Read(finding).Subject is var subject && SyntaxFacts.IsValidIdentifier(subject) ? subject : null);
    }

    /// <summary>Whether something is reported at a node.</summary>
    public bool Refuses(SyntaxNode node) => _after.Any(finding => Touches(finding, node));

    /// <summary>A type in the code after a change.</summary>
    private static INamedTypeSymbol? FindType(FixContext after, INamedTypeSymbol type) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(DocumentationCommentId.CreateDeclarationId(type)!, after.Model.Compilation) as INamedTypeSymbol;

    /// <summary>Whether a document that was changed has more errors than before.</summary>
    public static bool HasNewErrors(FixContext before, FixContext after) =>
        after.Changed.Any(change => change.Value != before.Changed.GetValueOrDefault(change.Key, change.Key) && after.CountErrors(change.Key) > before.CountErrors(change.Key));

    private static bool Compiles(FixContext context, SyntaxNode place)
    {
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var span = member is null or GlobalStatementSyntax ? context.Root.FullSpan : member.FullSpan;
        return !context.Model.GetDiagnostics(span, context.CancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static int Count(ImmutableArray<Diagnostic> findings, Diagnostic like) => findings.Count(finding =>
        finding.Id == like.Id && Mistake.Read(finding).Subject == Mistake.Read(like).Subject);

    private static bool Touches(Diagnostic finding, SyntaxNode node) =>
        Touches(finding.Location, node) || Exits.Locate(finding).Any(exit => Touches(exit, node));

    private static bool Touches(Location location, SyntaxNode node) => location.SourceTree == node.SyntaxTree && node.Span.Contains(location.SourceSpan);
}
