using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Analyzers.Tests.Typing;

/// <summary>A good program is typed token by token: nothing is said on the way that is not said at the end.</summary>
public sealed class TypingTests
{
    private static readonly string Shared = File.ReadAllText(Path.Combine(Repository.Root, "tests", "rules", "Shared.cs"));

    [Theory]
    [InlineData("DYN001")]
    [InlineData("DYN004")]
    [InlineData("DYN007")]
    [InlineData("DYN014")]
    [InlineData("DYN031")]
    [InlineData("DYN055")]
    public async Task Typing_says_nothing_that_the_program_does_not(string rule)
    {
        var project = new BrokenCode(Shared);
        var text = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "tests", "rules", rule, "Accepted.cs"), TestContext.Current.CancellationToken);
        var atEnd = (await project.GetSuggestionsAsync(text)).Select(diagnostic => diagnostic.Id).ToHashSet();
        foreach (var token in SyntaxFactory.ParseTokens(text))
        {
            var typed = text[..token.Span.End];
            var shown = await project.GetSuggestionsAsync(typed);
            Assert.True(shown.All(diagnostic => atEnd.Contains(diagnostic.Id)), $"{string.Join("\n", shown)}\n{typed}");
        }
    }
}
