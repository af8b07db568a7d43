using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Dynptrs.EndToEnd.Tests.Reports;

/// <summary>What <c>dotnet build</c> wrote into the file that <c>ErrorLog</c> names, in the format SARIF 2.1.</summary>
internal sealed class SarifLog
{
    private SarifLog(IReadOnlyDictionary<string, SarifRule> rules, IReadOnlyList<SarifResult> results)
    {
        Rules = rules;
        Results = results;
    }

    /// <summary>The rules of the analyzers that ran, by their ids.</summary>
    public IReadOnlyDictionary<string, SarifRule> Rules { get; }

    /// <summary>What was reported, or would have been if it were not suppressed.</summary>
    public IReadOnlyList<SarifResult> Results { get; }

    public static SarifLog Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray());
        return new SarifLog(
            run.GetProperty("tool")
                .GetProperty("driver")
                .GetProperty("rules")
                .EnumerateArray()
                .Select(SarifRule.Read)
                .ToDictionary(rule => rule.Id),
            [.. run.GetProperty("results").EnumerateArray().Select(SarifResult.Read)]);
    }
}
