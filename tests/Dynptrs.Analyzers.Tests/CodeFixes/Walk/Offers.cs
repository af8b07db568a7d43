using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Walk;

/// <summary>What a person may choose from.</summary>
internal static class Offers
{
    /// <summary>The keys of what is offered in a file, in its order.</summary>
    public static async Task<ImmutableArray<string?>> FindAsync(string source)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var session = EditorSession.Open([("Source.cs", source)], []);
        var keys = new List<string?>();
        foreach (var diagnostic in await session.GetDiagnosticsAsync(cancellation))
            keys.AddRange((await session.GetActionsAsync(diagnostic, cancellation)).Select(action => action.EquivalenceKey));
        return [.. keys];
    }
}
