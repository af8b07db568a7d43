using System.Collections.Generic;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Lifetime;
using Dynptrs.CodeFixes.Statements;
using Dynptrs.Verifier.Findings.Lifetime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Reservations;

/// <summary>
/// Surrounds what is to be done with something acquired: a test of the result, a release where that fails, and a release on every other
/// path.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(SurroundReservationRefactoring)), Shared]
public sealed class SurroundReservationRefactoring : ContractRefactoringProvider
{
    private protected override IEnumerable<Fix> Propose(FixContext context, ExpressionSyntax call)
    {
        if (Acquisition.Read(context, call) is not { } acquisition
            || FindLeak(context, acquisition.Statement, acquisition.Subject) is not { } leak
            || IsReleased(context, acquisition))
        {
            yield break;
        }

        var releases = new ReleaseFinder(context).Find(acquisition.Subject, Mistake.Read(leak).Kind, acquisition.Statement);
        foreach (var success in releases)
        {
            // What has failed is given back in the other way, where there are two.
            var failure = releases.Length == 2 ? releases.First(other => other != success) : success;
            if (new ResultTest(context, acquisition).Insert(failure) is { } tested
                && Release(tested, acquisition.Subject, success) is { } after
                && Comments.Count(after.Root) == Comments.Count(context.Root)
                && Verdict.Compare(context, acquisition.Statement, after).FixesAlone(leak))
            {
                yield return new Fix(
                    Describe(acquisition, success, failure), $"{nameof(SurroundReservationRefactoring)}.{success.Method}", after);
            }
        }
    }

    /// <summary>The code with a release where the reference would be lost.</summary>
    private static FixContext? Release(FixContext context, string subject, Release release)
    {
        var inserted = context.Root.GetAnnotatedNodes(StatementEditor.InsertedKind).First();
        return FindLeak(context, inserted, subject) is { } leak
            ? UnreleasedReferenceFix.ReleaseBeforeLeaving(context, leak, release)
            : null;
    }

    private static string Describe(Acquisition acquisition, Release success, Release failure)
    {
        var (subject, with) = (acquisition.Subject, $"release it with `{success.Method}`");
        return acquisition.IsReturned ? $"Test `{subject}` for null, and {with}"
            : failure == success ? $"Test whether `{acquisition.Method.Name}` fails, and release `{subject}` with `{success.Method}`"
            : $"Test whether `{acquisition.Method.Name}` fails, and release `{subject}` with `{success.Method}`, or with `{failure.Method}` where it does";
    }

    private static Diagnostic? FindLeak(FixContext context, SyntaxNode place, string subject) =>
        context
            .VerifyMember(place)
            .FirstOrDefault(finding => finding.Id == RuleCatalogue.IdOf<Leak>() && Mistake.Read(finding).Subject == subject);

    private static bool IsReleased(FixContext context, Acquisition acquisition) =>
        new ContractCalls(context)
            .FindReleases(acquisition.Subject, acquisition.Statement.Parent!)
            .Any(call => call.SpanStart > acquisition.Call.SpanStart);
}
