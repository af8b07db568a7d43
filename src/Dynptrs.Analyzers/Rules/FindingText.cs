using System.Globalization;
using System.IO;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    public string Subject => Finding.Subject.Length > 0 ? Quote(Finding.Subject)
        : Finding is ReferenceFinding && Finding.Site.Source is StatementSyntax ? Acquired()
        : Finding is AccessFinding && Finding.Site.Source is ExpressionSyntax access ? Quote(Shorten(AccessText.Place(access).ToString()))
        : Quote(Source(Finding.Site));

    /// <summary>What throws, by its name or as it is written.</summary>
    public static string Thrower(Site site, string name) => Quote(name.Length > 0 ? name : Source(site));

    /// <summary>The helper that is called, by the name in the source and, where that is another, by the kernel's.</summary>
    public string Helper(HelperUse use) =>
        Finding.Subject == use.Requirements.Helper ? Quote(Finding.Subject) : $"{Quote(Finding.Subject)} ({use.Requirements.Helper})";

    public static string Quote(string text) => text.Length == 0 ? "the value" : $"`{WrittenName.Of(text)}`";

    /// <summary>
    /// The line of a step, as an editor counts, with the name of its file where that is another: <c>line 12 of Buffers.cs</c>.
    /// </summary>
    public string Line(TraceStep step) => Line(step.Site);

    /// <summary>The line of a place.</summary>
    public string Line(Site site)
    {
        if (site.Source is not SyntaxNode node)
            return "an earlier line";
        var line = "line "
            + (SiteLocation.Of(site, node).GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
        return node.SyntaxTree == file ? line : $"{line} of {Path.GetFileName(node.SyntaxTree.FilePath)}";
    }

    /// <summary>The latest step of a kind.</summary>
    public TraceStep? Step(TraceStepKind kind) => Finding.Trace.LastOrDefault(step => step.Kind == kind);

    /// <summary>The branch that decides, to go on with: <c>, when `err != 0` is true</c>.</summary>
    public string OnPath() => Finding.Branch is { } branch ? ", " + Condition(branch) : "";

    /// <summary>To what that is set for which it happens, to begin with: <c>when `Mode` is 3, </c>.</summary>
    public string WhenLoaded() => Finding.Loaded.IsEmpty
        ? ""
        : $"when {string.Join(" and ", Finding.Loaded.Select(loaded => $"{Quote(loaded.Variable.Name)} is {loaded.Text}"))}, ";

    /// <summary>What was acquired and has no name of its own: the variable that the call is the value of, or what the call gave.</summary>
    private string Acquired()
    {
        if (Step(TraceStepKind.Acquired) is not { } acquired)
            return "the value";
        var call = (acquired.Site.Source as SyntaxNode)?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return call is not null && VariableOf(WholeValue(call)) is { Length: > 0 } variable
            ? Quote(variable)
            : acquired.Detail.Length > 0 ? $"what {Quote(acquired.Detail)} gave" : "the value";
    }

    /// <summary>The expression of which another is one of the values that it may have.</summary>
    private static ExpressionSyntax WholeValue(ExpressionSyntax value) => value.Parent switch
    {
        ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax => WholeValue((ExpressionSyntax)value.Parent),
        ConditionalExpressionSyntax choice when choice.Condition != value => WholeValue(choice),
        BinaryExpressionSyntax choice when choice.IsKind(SyntaxKind.CoalesceExpression) => WholeValue(choice),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => WholeValue(choice),
        _ => value,
    };

    /// <summary>Whether the branch that decides is about what the call answered that acquired an owner besides.</summary>
    public bool IsAfterResult(TraceStep acquired) =>
        Finding.Branch is { Kind: TraceStepKind.BranchTrue or TraceStepKind.BranchFalse, Site.Source: SyntaxNode branch }
        && acquired.Site.Source is SyntaxNode { } made
        && made.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && VariableOf(call) != acquired.Subject
        && (branch.DescendantNodesAndSelf().Contains(call)
            || (VariableOf(call) is { Length: > 0 } result
                && branch.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == result)));

    /// <summary>The name of the variable that is given what a call answers, or empty.</summary>
    private static string VariableOf(ExpressionSyntax call) => call.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } => variable.Identifier.ValueText,
        _ => "",
    };

    private string Condition(TraceStep branch)
    {
        // What stands in another function, a person looks for by its line.
        var place = EnclosingFunction.Of(branch.Site) == EnclosingFunction.Of(Finding.Site) ? "" : $" on {Line(branch)}";
        if (branch.Kind is TraceStepKind.BranchTrue or TraceStepKind.BranchFalse && ForEachTest.Source(branch.Site) is not null)
        {
            var loop = $"the loop over {Quote(Source(branch.Site))}{place}";
            return branch.Kind == TraceStepKind.BranchTrue ? $"in a round of {loop}" : $"when {loop} is over";
        }

        var (subject, result) = branch.Kind switch
        {
            TraceStepKind.FoundNull => (branch.Subject, "null"),
            TraceStepKind.FoundNotNull => (branch.Subject, "not null"),
            TraceStepKind.BranchTrue => (ConditionOf(branch.Site), "true"),
            _ => (ConditionOf(branch.Site), "false"),
        };
        return $"when {Quote(subject.Length > 0 ? subject : Source(branch.Site))}{place} is {result}";
    }

    /// <summary>What has entered a region: <c>`bpf_spin_lock` entered on line 12</c>.</summary>
    public string Entered(EnteredRegion region) =>
        region.By.Length == 0 ? "the callers entered" : $"{Quote(region.By)} entered on {Line(region.Entered)}";

    /// <summary>What was done, by what, on which line.</summary>
    public string By(TraceStep? step, string what) => step switch
    {
        null => what,
        { Detail.Length: 0 } => $"{what} on {Place(step)}",
        _ => $"{what} by {Quote(step.Detail)} on {Place(step)}",
    };

    /// <summary>How it was acquired, to go on with what follows from that: <c>it was acquired by `Open` on line 12, and</c>.</summary>
    public string Acquisition(TraceStep? acquired) =>
        By(acquired, "it was acquired") + (acquired is not null && Through(acquired).Length > 0 ? ", and" : " and");

    /// <summary>The line of a step, and the calls between it and the mistake.</summary>
    public string Place(TraceStep step) => Line(step) + Through(step);

    /// <summary>The calls between a step and the mistake, where these are not in one run of one function.</summary>
    private string Through(TraceStep step)
    {
        var index = Finding.Trace.IndexOf(step);
        var (own, home) = (EnclosingFunction.Of(step.Site), EnclosingFunction.Of(Finding.Site));
        var before = Finding.Trace.Take(index).Where(IsCall).ToList();
        var after = Finding.Trace.Skip(index + 1).Where(IsCall).ToList();
        if (own != home && after.Find(call => EnclosingFunction.Of(call.Site) == own) is { } next)
            return Before(next);
        if (own != home && before.FindLast(call => EnclosingFunction.Of(call.Site) == home) is { } last)
            return In(last);
        // Both were called, one after the other.
        var (entered, left) = before.SelectMany(_ => after, (first, second) => (first, second))
            .LastOrDefault(calls => EnclosingFunction.Of(calls.first.Site) == EnclosingFunction.Of(calls.second.Site));
        return entered is null ? "" : In(entered) + Before(left);

        static bool IsCall(TraceStep other) => other.Kind is TraceStepKind.Called or TraceStepKind.CalledBack;

        string In(TraceStep call) => $", in {Quote(call.Detail)} called on {Line(call)}";

        string Before(TraceStep call) => $", before the call on {Line(call)}";
    }

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

        return Step(TraceStepKind.Overwritten) is { } overwritten ? $"it was overwritten on {Place(overwritten)}" : "it went out of scope";
    }

    /// <summary>The owner that a view points into.</summary>
    public string Owner() => OwnerName() is { Length: > 0 } name ? Quote(name) : "an owner";

    private string OwnerName() => Step(TraceStepKind.Sliced)?.Detail ?? "";

    /// <summary>A condition, with what a pattern is compared with: <c>count is &gt; 3</c>.</summary>
    private static string ConditionOf(Site site)
    {
        if (site.Source is not SyntaxNode node)
            return "";
        var pattern = node;
        while (pattern.Parent is PatternSyntax outer)
            pattern = outer;
        var compared = pattern.Parent switch
        {
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax arms } arm when arm.Pattern == pattern => arms.GoverningExpression,
            SwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } => statement.Expression,
            IsPatternExpressionSyntax test when pattern is PatternSyntax => test.Expression,
            _ => null,
        };
        return compared is null ? Source(site) : Shorten($"{compared} is {node}");
    }

    public static string Source(Site site) => site.Source switch
    {
        ExpressionStatementSyntax statement => Shorten(statement.Expression.ToString()),
        SyntaxNode node => Shorten(node.ToString()),
        _ => "",
    };

    private static string Shorten(string source)
    {
        var text = string.Join(" ", source.Split([' ', '\t', '\r', '\n'], System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxQuoteLength ? text : text.Substring(0, MaxQuoteLength - 1) + "…";
    }
}
