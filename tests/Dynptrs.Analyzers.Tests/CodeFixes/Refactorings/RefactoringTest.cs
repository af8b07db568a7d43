using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.CodeFixes.Walk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Refactorings;

/// <summary>
/// Applies a refactoring to source with a caret, <c>$$</c>, in a project with all that the package brings, and analyses the result.
/// </summary>
internal static class RefactoringTest<TRefactoring>
    where TRefactoring : CodeRefactoringProvider, new()
{
    private const string File = "Probe.cs";
    private const string Usings = """
        using Dynptrs;
        using static Stubs.Bpf;

        """;

    /// <summary>A class of stubs, in a file of its own.</summary>
    private const string Stubs = """
        namespace Stubs;

        [Dynptrs.BpfHelpers]
        internal static partial class Bpf;
        """;

    /// <summary>Asserts what is made of a source. The result must be clean, or report what was reported before.</summary>
    /// <param name="marked">The source, with the caret.</param>
    /// <param name="expected">What it becomes.</param>
    /// <param name="key">Which change is chosen, behind the name of the refactoring.</param>
    /// <param name="title">What a person reads.</param>
    /// <param name="reports">What is reported in the result.</param>
    public static async Task Verify(string marked, string expected, string? key = null, string? title = null, params string[] reports)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (session, actions) = await OfferAsync(marked);
        var chosen = key is null
            ? actions.FirstOrDefault()
            : actions.SingleOrDefault(action => action.EquivalenceKey == $"{typeof(TRefactoring).Name}.{key}");
        Assert.True(
            chosen is not null, $"Not offered: {key}; offered: {string.Join(", ", actions.Select(action => action.EquivalenceKey))}");
        if (title is not null)
            Assert.Equal(title, chosen.Title);

        await session.ApplyAsync(chosen, cancellation);

        Assert.Equal(expected, await session.GetTextAsync(File, cancellation));
        Assert.Equal(
            reports,
            from diagnostic in await session.GetDiagnosticsAsync(cancellation)
            where diagnostic.DefaultSeverity == DiagnosticSeverity.Error
            select diagnostic.Id);
    }

    /// <summary>Asserts what is made of the members of a class with a ring buffer and a map, in a file that imports the stubs.</summary>
    public static Task VerifyMembers(string marked, string expected, string? key = null, string? title = null, params string[] reports) =>
        Verify(Wrap(marked), Wrap(expected), key, title, reports);

    /// <summary>Asserts that nothing is offered at the caret.</summary>
    public static async Task VerifyNotOffered(string marked) =>
        Assert.Empty((await OfferAsync(marked)).Actions.Select(action => action.Title));

    /// <summary>Asserts that nothing is offered in the members of such a class.</summary>
    public static Task VerifyMembersNotOffered(string marked) => VerifyNotOffered(Wrap(marked));

    /// <summary>The titles of what is offered in the members of such a class.</summary>
    public static async Task<IEnumerable<string>> TitlesInMembers(string marked) =>
        (await OfferAsync(Wrap(marked))).Actions.Select(action => action.Title);

    private static async Task<(EditorSession Session, ImmutableArray<CodeAction> Actions)> OfferAsync(string marked)
    {
        TestFileMarkupParser.GetPositionAndSpans(marked, out var source, out int? caret, out ImmutableArray<TextSpan> spans);
        var session = EditorSession.Open([(File, source), ("Stubs.cs", Stubs)], []);
        Assert.Empty(await session.GetErrorsAsync(TestContext.Current.CancellationToken));
        var selection = caret is { } position ? new TextSpan(position, 0) : Assert.Single(spans);
        return (session, await session.GetRefactoringsAsync(new TRefactoring(), File, selection, TestContext.Current.CancellationToken));
    }

    private static string Wrap(string members) =>
        $$"""
        {{Usings}}
        public struct Sample
        {
            public int Pid;
            public int Count;
        }

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);
            static readonly HashMap<uint, int> Counters = new(16);

        {{string.Join("\n", members.Split('\n').Select(line => line.Length == 0 ? line : "    " + line))}}
        }

        """;
}
