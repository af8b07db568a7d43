using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Walk;

/// <summary>
/// A mistake that was made in several places is fixed in all of them at once: in a document, a project, a solution, and no further.
/// </summary>
public sealed class FixAllWalkTests
{
    private const int MaxSteps = 10;

    public static MatrixTheoryData<string, FixAllScope> RulesAndScopes =>
        new([.. FixWalkTests.Rules], [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution]);

    [Theory]
    [MemberData(nameof(RulesAndScopes))]
    public async Task What_is_offered_first_is_done_in_a_whole_scope_and_not_outside(string id, FixAllScope scope)
    {
        var solution = ExampleSolution.Open(id);
        Assert.True(await solution.CountAsync(scope) >= 2);

        Assert.True(await solution.FixAllAsync(scope, id));

        Assert.Equal(0, await solution.CountAsync(scope));
        Assert.Empty(await solution.GetTouchedAsync(scope));
        for (var step = 0; step < MaxSteps && await solution.FixAllAsync(scope); step++)
        {
        }

        // What is right now may still have something suggested for it.
        Assert.DoesNotContain(await solution.GetDiagnosticsAsync(scope), diagnostic => diagnostic.Id == id
            || diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
    }
}
