using System.Linq;
using System.Threading;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests;

/// <summary>Asserts what the verifier says of a function.</summary>
internal static class Verdict
{
    /// <summary>The findings, each as <c>Kind subject @ site</c>.</summary>
    public static string[] Of(Function function, VerifierOptions? options = null) =>
    [
        .. DynptrVerifier.Verify(function, options ?? VerifierOptions.Default, CancellationToken.None).Findings
            .Select(finding => $"{finding.GetType().Name} {finding.Subject} @ {finding.Site.Source}"),
    ];

    public static void Accepts(Function function) => Assert.Empty(Of(function));

    public static void Refuses(Function function, params string[] findings) => Assert.Equal(findings, Of(function));
}
