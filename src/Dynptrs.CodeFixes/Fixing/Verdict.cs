using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.Regions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>
/// What the verifier and the compiler say of a change, beside what they said before: every change is verified before it is offered.
/// A release that is right on one path may be wrong on another that leaves by the same statement, and an early exit may not compile;
/// only the verifier and the compiler know.
/// </summary>
/// <remarks>Suggestions come and go with what is right: they count only where the mistake to fix is one.</remarks>
internal sealed class Verdict
{
    /// <summary>What a wrong release or exit leads to.</summary>
    private static readonly ImmutableArray<string> Consequences =
    [
        RuleCatalogue.IdOf<Leak>(),
        RuleCatalogue.IdOf<ReleaseTwice>(),
        RuleCatalogue.IdOf<UseReleased>(),
        RuleCatalogue.IdOf<OverwriteHeld>(),
        RuleCatalogue.IdOf<ViewOfReleased>(),
        RuleCatalogue.IdOf<RegionNotEntered>(),
    ];

    private readonly FixContext _context;
    private readonly ImmutableArray<Diagnostic> _before;
    private readonly ImmutableArray<Diagnostic> _after;

    private Verdict(FixContext context, ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> after, bool compiles)
    {
        _context = context;
        _before = before;
        _after = after;
        Compiles = compiles;
    }

    /// <summary>
    /// Whether the type is still there, and no document that changed has more errors than before. Where it does not compile, the answer to
    /// the other questions is no.
    /// </summary>
    public bool Compiles { get; }

    /// <summary>Whether nothing is reported that was not reported before: no rule reports more.</summary>
    public bool AddsNothing =>
        Compiles && Seen(_after).Select(finding => finding.Id).Distinct().All(rule => Count(_after, rule) <= Count(_before, rule));

    /// <summary>Whether the same is reported as before, in the same order.</summary>
    public bool IsUnchanged => Compiles && Seen(_before).Select(Describe).SequenceEqual(Seen(_after).Select(Describe));

    /// <summary>Compares the verdicts on the type around a place.</summary>
    /// <param name="before">The code before.</param>
    /// <param name="place">A place in it.</param>
    /// <param name="after">The code after.</param>
    public static Verdict Compare(FixContext before, SyntaxNode place, FixContext after) => Compare(before, before.GetType(place), after);

    /// <summary>Compares the verdicts on a type.</summary>
    /// <param name="before">The code before.</param>
    /// <param name="type">A type in it.</param>
    /// <param name="after">The code after.</param>
    public static Verdict Compare(FixContext before, INamedTypeSymbol? type, FixContext after) =>
        type is not null && FindType(after, type) is { } changed && !HasNewErrors(before, after)
            ? new Verdict(after, before.VerifyAll(type), after.VerifyAll(changed), compiles: true)
            : new Verdict(after, [], [], compiles: false);

    /// <summary>Whether a mistake is gone: its rule reports less about its subject. What it has hidden may be reported now.</summary>
    public bool Fixes(Diagnostic mistake) => Compiles && CountLike(_after, mistake) < CountLike(_before, mistake);

    /// <summary>Whether a mistake is gone, and no other has come in its place.</summary>
    public bool FixesAlone(Diagnostic mistake) =>
        Fixes(mistake) && AddsNothing && AddsNone(mistake.Id) && Seen(_after, mistake.Id).Count() < Seen(_before, mistake.Id).Count();

    /// <summary>
    /// Whether a mistake is gone by what was inserted: that is right itself, and no reference is lost or used wrongly that was not
    /// before. Other rules may report what the mistake has hidden.
    /// </summary>
    public bool FixesByInsertion(Diagnostic mistake)
    {
        var inserted = _context.Root.GetAnnotatedNodes(StatementEditor.InsertedKind).ToImmutableArray();
        return !inserted.IsEmpty
            && Fixes(mistake)
            && !inserted.Any(Refuses)
            && AddsNone(Consequences)
            && CountExits(_after) <= CountExits(_before);
    }

    /// <summary>Whether none of some rules reports more than before.</summary>
    public bool AddsNone(params ImmutableArray<string> rules) => Compiles && rules.All(rule => Count(_after, rule) <= Count(_before, rule));

    /// <summary>Whether something is reported at a node after the change, or says that a reference is lost there.</summary>
    public bool Refuses(SyntaxNode node) =>
        Seen(_after).Any(finding => Touches(finding.Location, node) || Exits.Locate(finding).Any(exit => Touches(exit, node)));

    /// <summary>A type in the code after a change.</summary>
    private static INamedTypeSymbol? FindType(FixContext after, INamedTypeSymbol type) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(
            DocumentationCommentId.CreateDeclarationId(type)!, after.Model.Compilation) as INamedTypeSymbol;

    private static bool HasNewErrors(FixContext before, FixContext after) =>
        after.Changed.Any(change => change.Value != before.Changed.GetValueOrDefault(change.Key, change.Key)
            && !(after.CountErrors(change.Key) <= before.CountErrors(change.Key)));

    private static IEnumerable<Diagnostic> Seen(ImmutableArray<Diagnostic> findings, string? suggestion = null) =>
        findings.Where(finding => !FixContext.IsSuggestion(finding) || finding.Id == suggestion);

    private static int Count(ImmutableArray<Diagnostic> findings, string rule) => findings.Count(finding => finding.Id == rule);

    private static int CountLike(ImmutableArray<Diagnostic> findings, Diagnostic like) =>
        findings.Count(finding => finding.Id == like.Id && Mistake.Read(finding).Subject == Mistake.Read(like).Subject);

    private static int CountExits(ImmutableArray<Diagnostic> findings) => findings.Sum(finding => Exits.Locate(finding).Count());

    /// <summary>What tells a finding from others. What has no name is named as it is written, which may have changed.</summary>
    private static (string Rule, string? Name) Describe(Diagnostic finding) =>
        (finding.Id, Mistake.Read(finding).Subject is var subject && SyntaxFacts.IsValidIdentifier(subject) ? subject : null);

    private static bool Touches(Location location, SyntaxNode node) =>
        location.SourceTree == node.SyntaxTree && node.Span.Contains(location.SourceSpan);
}
