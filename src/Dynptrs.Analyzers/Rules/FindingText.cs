using System.Globalization;
using System.IO;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The words for the facts of a finding.</summary>
/// <param name="finding">The finding.</param>
/// <param name="file">The file in which it is reported.</param>
internal sealed class FindingText(Finding finding, SyntaxTree? file)
{
    private const int MaxQuoteLength = 60;

    public Finding Finding { get; } = finding;

    /// <summary>The variable that the finding is about, or the expression where it has no name.</summary>
    public string Subject => Quote(Finding.Subject.Length > 0 ? Finding.Subject : Source(Finding.Site));

    /// <summary>What throws, by its name or as it is written.</summary>
    public static string Thrower(LeakWhenThrown leak) => Quote(leak.Thrower.Length > 0 ? leak.Thrower : Source(leak.Site));

    /// <summary>The helper that is called, by the name in the source and, where that is another, by the kernel's.</summary>
    public string Helper(HelperUse use) =>
        Finding.Subject == use.Requirements.Helper ? Quote(Finding.Subject) : $"{Quote(Finding.Subject)} ({use.Requirements.Helper})";

    public static string Quote(string text) => text.Length == 0 ? "the value" : $"`{text}`";

    /// <summary>
    /// The line of a step, as an editor counts, with the name of its file where that is another: <c>line 12 of Buffers.cs</c>.
    /// </summary>
    public string Line(TraceStep step)
    {
        if (step.Site.Source is not SyntaxNode node)
            return "an earlier line";
        var line = "line "
            + (SiteLocation.Of(step.Site, node).GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
        return node.SyntaxTree == file ? line : $"{line} of {Path.GetFileName(node.SyntaxTree.FilePath)}";
    }

    /// <summary>The latest step of a kind.</summary>
    public TraceStep? Step(TraceStepKind kind) => Finding.Trace.LastOrDefault(step => step.Kind == kind);

    /// <summary>The last branch on the path, to go on with: <c>, when `err != 0` is true</c>.</summary>
    public string OnPath() => LastBranch() is { } branch ? ", " + Condition(branch) : "";

    private TraceStep? LastBranch() => Finding.Trace.LastOrDefault(step =>
        step.Kind is TraceStepKind.BranchTrue or TraceStepKind.BranchFalse or TraceStepKind.FoundNull or TraceStepKind.FoundNotNull);

    private static string Condition(TraceStep branch) => branch.Kind switch
    {
        TraceStepKind.FoundNull => $"when {Quote(branch.Subject.Length > 0 ? branch.Subject : Source(branch.Site))} is null",
        TraceStepKind.FoundNotNull => $"when {Quote(branch.Subject.Length > 0 ? branch.Subject : Source(branch.Site))} is not null",
        TraceStepKind.BranchTrue => $"when {Quote(Source(branch.Site))} is true",
        _ => $"when {Quote(Source(branch.Site))} is false",
    };

    /// <summary>What was done, by what, on which line.</summary>
    public string By(TraceStep? step, string what) => step switch
    {
        null => what,
        { Detail.Length: 0 } => $"{what} on {Line(step)}",
        _ => $"{what} by {Quote(step.Detail)} on {Line(step)}",
    };

    /// <summary>How the owner came about.</summary>
    public string Made() => Step(TraceStepKind.Acquired) is { } acquired
        ? By(acquired, "it was acquired")
        : Step(TraceStepKind.Initialized) is { } made
            ? By(made, "it was made") + ", which acquires none"
            : (Step(TraceStepKind.Borrowed) ?? Step(TraceStepKind.Looked)) switch
            {
                null => "nothing has acquired one",
                { Detail.Length: 0 } => "it is only lent to this program",
                var lent => By(lent, "it was lent"),
            };

    /// <summary>What ended the owner.</summary>
    public string Ended()
    {
        if (Step(TraceStepKind.Released) is { } released)
        {
            var through = released.Subject.Length == 0 || released.Subject == Finding.Subject || released.Subject == OwnerName()
                ? "it was released"
                : $"it was released through {Quote(released.Subject)}";
            return By(released, through);
        }

        return Step(TraceStepKind.Overwritten) is { } overwritten ? $"it was overwritten on {Line(overwritten)}" : "it went out of scope";
    }

    /// <summary>The owner that a view points into.</summary>
    public string Owner() => OwnerName() is { Length: > 0 } name ? Quote(name) : "an owner";

    private string OwnerName() => Step(TraceStepKind.Sliced)?.Detail ?? "";

    private static string Source(Site site)
    {
        if (site.Source is not SyntaxNode node)
            return "";
        if (node is ExpressionStatementSyntax statement)
            node = statement.Expression;
        var text = string.Join(" ", node.ToString().Split([' ', '\t', '\r', '\n'], System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxQuoteLength ? text : text.Substring(0, MaxQuoteLength - 1) + "…";
    }
}
