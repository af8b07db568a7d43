using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>What a command printed, and how it ended.</summary>
/// <param name="CommandLine">The command.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output and standard error.</param>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    /// <summary>The compiler's and MSBuild's errors and warnings, each once, in the order of the source.</summary>
    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; } =
        [.. BuildDiagnostic.Parse(Output).Distinct().OrderBy(d => d.File).ThenBy(d => d.Line).ThenBy(d => d.Id)];

    public CommandResult ShouldSucceed()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    public CommandResult ShouldReport(params IEnumerable<BuildDiagnostic> expected)
    {
        var missing = expected.Except(Diagnostics).Select(d => $"missing:    {d}");
        var unexpected = Diagnostics.Except(expected).Select(d => $"unexpected: {d}");
        string[] differences = [.. missing, .. unexpected];
        Assert.True(differences.Length == 0, $"{string.Join('\n', differences)}\n{this}");
        return this;
    }

    public override string ToString() => $"`{CommandLine}` ended with {ExitCode}:\n{Output}";
}
