using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.CodeFixes.Walk;
using Dynptrs.Analyzers.Tests.Docs;
using Dynptrs.CodeFixes.Refactorings.Spelling;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Refactorings.Spelling;

/// <summary>
/// The examples of all rules, in the one spelling and in the other: what is reported in them stays the same, line by line.
/// </summary>
public sealed class SpellingRoundTripTests
{
    private const string Kernel = "bpf_";

    [Theory]
    [InlineData("Accepted", 15)]
    [InlineData("Rejected", 15)]
    public async Task The_verdict_does_not_depend_on_the_spelling(string name, int atLeast)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Path.Combine(Repository.Root, "tests", "rules");
        List<(string Path, string Text)> files = [.. Directory.GetFiles(folder, name + ".cs", SearchOption.AllDirectories).Order()
            .Select(path => (Path.GetFileName(Path.GetDirectoryName(path)) + ".cs", File.ReadAllText(path)))
            .Where(file => file.Item2.Contains(Kernel))];
        var session = EditorSession.Open(files.Append(("Shared.cs", File.ReadAllText(Path.Combine(folder, "Shared.cs")))), []);
        var before = await ReportsAsync(session);
        var calls = await CountCallsAsync();

        foreach (var file in files)
            await RespellAsync<RuntimeSpellingRefactoring>(session, file.Path, Kernel);

        Assert.Equal(before, await ReportsAsync(session));
        var left = await CountCallsAsync();
        Assert.True(calls - left >= atLeast, $"{left} of {calls} calls are left");

        foreach (var file in files)
            await RespellAsync<KernelSpellingRefactoring>(session, file.Path, ".");

        Assert.Equal(before, await ReportsAsync(session));
        Assert.Equal(calls, await CountCallsAsync());

        async Task<int> CountCallsAsync()
        {
            var count = 0;
            foreach (var file in files)
                count += (await session.GetTextAsync(file.Path, cancellation)).Split(Kernel).Length - 1;
            return count;
        }
    }

    /// <summary>Changes all calls of a file from the first that something is offered for.</summary>
    private static async Task RespellAsync<TRefactoring>(EditorSession session, string path, string start)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var text = await session.GetTextAsync(path, cancellation);
        for (var i = text.IndexOf(start); i >= 0; i = text.IndexOf(start, i + 1))
        {
            var actions = await session.GetRefactoringsAsync(new TRefactoring(), path, new TextSpan(i + 1, 0), cancellation);
            if (actions.IsEmpty)
                continue;
            await session.ApplyAsync(actions.Last(), cancellation);
            return;
        }
    }

    private static async Task<ImmutableArray<string>> ReportsAsync(EditorSession session) =>
    [
        .. from diagnostic in await session.GetDiagnosticsAsync(TestContext.Current.CancellationToken)
           select $"{diagnostic.Id} {diagnostic.Location.SourceTree?.FilePath} {RuleExample.Line(diagnostic)}",
    ];
}
