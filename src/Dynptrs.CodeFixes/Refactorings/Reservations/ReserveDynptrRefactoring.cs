using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Lifetime;
using Dynptrs.CodeFixes.Refactorings.Spelling;
using Dynptrs.CodeFixes.Statements;
using Dynptrs.Verifier.Findings.Lifetime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Reservations;

/// <summary>
/// Reserves a dynptr where plain memory was reserved, takes its memory, and releases it on every path: also where the reservation fails.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ReserveDynptrRefactoring)), Shared]
public sealed class ReserveDynptrRefactoring : ContractRefactoringProvider
{
    private const string DynptrCall = "Dynptrs.DynptrCall";

    private static readonly SyntaxAnnotation StatementMark = new("Dynptrs.Reservation");

    private protected override IEnumerable<Fix> Propose(FixContext context, ExpressionSyntax call)
    {
        if (PlainReservation.Read(context, call) is not { } plain || !context.VerifyMember(plain.Statement).IsEmpty)
            yield break;
        var subject = plain.Record.Name;
        if (Convert(context, plain) is not var (converted, dynptr, method))
            yield break;
        var statement = converted.Root.GetAnnotatedNodes(DynptrCall).First().FirstAncestorOrSelf<StatementSyntax>()!;
        var leaks = converted
            .VerifyMember(statement)
            .Where(finding => finding.Id == RuleCatalogue.IdOf<Leak>() && Mistake.Read(finding).Subject == dynptr)
            .ToImmutableArray();
        if (leaks.Length > 1 || Comments.Count(converted.Root) < Comments.Count(context.Root))
            yield break;
        var title = $"Use `{method}` for `{subject}`";
        if (leaks.IsEmpty && IsVerified(context, plain, converted))
            yield return new Fix(title, nameof(ReserveDynptrRefactoring), converted);

        // Where there is no record, there was nothing to release; there is a dynptr all the same.
        foreach (var leak in leaks)
        {
            foreach (var release in new ReleaseFinder(converted).Find(dynptr, Mistake.Read(leak).Kind, statement))
            {
                if (UnreleasedReferenceFix.ReleaseBeforeLeaving(converted, leak, release) is { } after && IsVerified(context, plain, after))
                {
                    yield return new Fix(
                        $"{title}, and `{release.Method}` where there is no record",
                        $"{nameof(ReserveDynptrRefactoring)}.{release.Method}",
                        after);
                }
            }
        }
    }

    /// <summary>The code with the reservation and the releases in their other form, in the spelling in which they were.</summary>
    private static (FixContext After, string Dynptr, string Method)? Convert(FixContext context, PlainReservation plain)
    {
        // The other form is found in the runtime's spelling.
        var calls = plain.Releases.Insert(0, plain.Call);
        var tracked = context.With(context.Root.TrackNodes(calls.Select(call => call.Node)));
        var stubs = new KnownHelpers(context);
        var inKernelSpelling = calls.Where(call => stubs.IsStub(call.Member)).ToImmutableArray();
        var inRuntime = tracked;
        if (!inKernelSpelling.IsEmpty)
        {
            var now = inKernelSpelling
                .Select(call => HelperCall.Read(tracked, tracked.Root.GetCurrentNode(call.Node)!)!)
                .ToImmutableArray();
            inRuntime = RespelledCalls.ApplyAll(tracked, now, code => new RuntimeSpelling(code, new KnownHelpers(code)));
        }

        if (PlainReservation.Read(inRuntime, inRuntime.Root.GetCurrentNode(plain.Call.Node)!) is not { } member
            || member.Releases.Length != plain.Releases.Length)
        {
            return null;
        }

        if (Write(inRuntime, member) is not var (converted, dynptr, method))
            return null;
        if (inKernelSpelling.IsEmpty)
            return (converted, dynptr, method);
        var written = converted.Root
            .GetAnnotatedNodes(DynptrCall)
            .Select(node => HelperCall.Read(converted, node))
            .OfType<HelperCall>()
            .ToImmutableArray();
        var inKernel = RespelledCalls.ApplyAll(converted, written, code => new KernelSpelling(code, new KnownHelpers(code)));
        var kernel = new KnownHelpers(inKernel);
        return inKernel.Root
            .GetAnnotatedNodes(DynptrCall)
            .All(node => HelperCall.Read(inKernel, node) is { } call && kernel.IsStub(call.Member))
            ? (inKernel, dynptr, written[0].Facts.Name)
            : null;
    }

    private static (FixContext After, string Dynptr, string Method)? Write(FixContext context, PlainReservation plain)
    {
        var form = new DynptrForm(context, plain);
        var dynptr = new StatementEditor(context).GetFreeName(plain.Statement, "ptr");
        if (StatementList.Of(plain.Statement) is null
            || form.Reserve(owner => $"{LocalStyle.Describe(context, plain.Statement, owner)} {dynptr}") is not var (type, reserve)
            || form.TakeData(type, dynptr) is not { } data)
        {
            return null;
        }

        var texts = new Dictionary<SyntaxNode, string> { [plain.Call.Node] = data };
        foreach (var release in plain.Releases)
        {
            if (form.Release(release, type, dynptr) is not { } text)
                return null;
            texts.Add(release.Node, text);
        }

        var mark = new SyntaxAnnotation(DynptrCall);
        var replaced = context.Root.ReplaceNodes(texts.Keys.Append(plain.Statement), (original, current) => original == plain.Statement
            ? current.WithAdditionalAnnotations(StatementMark)
            : SyntaxFactory.ParseExpression(texts[original]).WithTriviaFrom(original).WithAdditionalAnnotations(mark));
        var statement = (StatementSyntax)replaced.GetAnnotatedNodes(StatementMark).Single();
        var call = SyntaxFactory.ParseExpression(reserve).WithAdditionalAnnotations(mark);
        var first = SyntaxFactory.ExpressionStatement(call)
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(GetLineEnd(statement));
        var list = StatementList.Of(statement)!;
        var second = statement.WithLeadingTrivia(
            statement.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var index = list.Statements.IndexOf(statement);
        var after = context.With(list.Replace(replaced, list.Statements.SetItem(index, second).Insert(index, first)));
        return (after, dynptr, ((call as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
            ?? "");
    }

    private static IEnumerable<SyntaxTrivia> GetLineEnd(SyntaxNode statement) =>
        statement.SyntaxTree.GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            .Take(1)
            .DefaultIfEmpty(SyntaxFactory.Space);

    /// <summary>Whether what comes of it is as right as what was there.</summary>
    private static bool IsVerified(FixContext before, PlainReservation plain, FixContext after) =>
        Verdict.Compare(before, plain.Statement, after).AddsNothing
        && after.VerifyMember(after.Root.GetAnnotatedNodes(DynptrCall).First()).IsEmpty;
}
