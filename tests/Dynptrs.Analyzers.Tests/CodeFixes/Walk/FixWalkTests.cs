using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Docs;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Walk;

/// <summary>A new user, with nothing but what is offered, fixes the rejected examples and the sample.</summary>
public sealed class FixWalkTests
{
    private const int MaxSteps = 100;

    /// <summary>The rules that have a fix.</summary>
    public static IEnumerable<string> Rules => RuleFacts.All.Values.Where(rule => rule.IsFixable).Select(rule => rule.Id);

    public static TheoryData<string> FixableRules => new(Rules);

    [Theory]
    [MemberData(nameof(FixableRules))]
    public async Task The_rejected_example_of_a_rule_is_fixed_by_what_is_offered_first(string id)
    {
        var example = RuleExample.Rejected(id);
        var session = EditorSession.Open(example.Files, example.Configuration);

        Assert.Empty(await FixAsync(session, diagnostic => diagnostic.Id == id || IsMistake(diagnostic)));
    }

    [Fact]
    public async Task The_rejected_sample_is_fixed_by_what_is_offered_first()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "samples", "Rejected"), "*.cs").Order()
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
            .Append((
                "Usings.cs",
                "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"));
        var session = EditorSession.Open(files, []);

        var left = await FixAsync(session, IsMistake);

        // Some of what the sample shows, only its author could fix; the pages say what, and why.
        var fixable = left.Where(diagnostic => !RuleFacts.Unfixable.ContainsKey(diagnostic.Id)).ToList();
        Assert.All(fixable, diagnostic => Assert.Contains(diagnostic.Id, RuleFacts.PartlyFixable));
        Assert.Equal(
            ["OpaqueDynptrs.cs: DYN010", "UsesOfTheDead.cs: DYN003"],
            fixable.Select(diagnostic => $"{Path.GetFileName(diagnostic.Location.SourceTree!.FilePath)}: {diagnostic.Id}"));
    }

    private static bool IsMistake(Diagnostic diagnostic) => diagnostic.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>Does what is offered first, again and again, and answers what is left.</summary>
    private static async Task<ImmutableArray<Diagnostic>> FixAsync(EditorSession session, Func<Diagnostic, bool> isMeant)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var reported = await GetDiagnosticsAsync();
        Assert.NotEmpty(reported);
        for (var step = 0; step < MaxSteps; step++)
        {
            var isFixed = false;
            foreach (var diagnostic in reported)
            {
                var actions = await session.GetActionsAsync(diagnostic, cancellation);
                if (actions.IsEmpty)
                    continue;
                await session.ApplyAsync(actions[0], cancellation);
                isFixed = true;
                break;
            }

            if (!isFixed)
                return reported;
            reported = await GetDiagnosticsAsync();
        }

        Assert.Fail($"There is still something offered after {MaxSteps} changes, for {reported[0]}");
        return reported;

        async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync() =>
            (await session.GetDiagnosticsAsync(cancellation)).RemoveAll(diagnostic => !isMeant(diagnostic));
    }
}
