using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>
/// DYN003 and DYN005: uses what is gone, or what points into it, before it goes; or takes the slice of a changed packet again.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAfterEndFix)), Shared]
public sealed class UseAfterEndFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN003", "DYN005"];

    /// <summary>The use, what ended before it, and the call that took the slice.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Steps.FindMistake(context.Root, diagnostic) is not { } use)
            return [];
        var end = Steps.Find(context.Root, diagnostic, StepLabel.Released, StepLabel.Overwritten, StepLabel.PacketChanged).LastOrDefault();
        if (end is null)
            return [];
        return Steps.Find(context.Root, diagnostic, StepLabel.Sliced).LastOrDefault() is { } taking ? [use, end, taking] : [use, end];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var subject = Mistake.Read(diagnostic).Subject;
        var (use, end) = (places[0], places[1]);
        if (places.Length > 2 && new SliceAgain(context, diagnostic, use, end, places[2]).Find() is { } again)
            yield return new Fix($"Take `{subject}` again", $"{nameof(UseAfterEndFix)}.Again", again);
        var moved = new StatementMove(context, end, use)
            .Find(subject)
            .FirstOrDefault(after => Verdict.Compare(context, use, after).FixesAlone(diagnostic));
        if (moved is not null)
            yield return new Fix($"Move {Describe(end)} behind the use of `{subject}`", $"{nameof(UseAfterEndFix)}.Move", moved);
    }

    private static string Describe(SyntaxNode end) => end.AncestorsAndSelf()
        .TakeWhile(node => node is not StatementSyntax)
        .OfType<InvocationExpressionSyntax>()
        .FirstOrDefault()?.Expression switch
    {
        MemberAccessExpressionSyntax access => $"`{access.Name.Identifier.ValueText}`",
        SimpleNameSyntax name => $"`{name.Identifier.ValueText}`",
        _ => "the assignment",
    };
}
