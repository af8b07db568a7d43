using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Dynptrs.EndToEnd.Tests.Reports;

/// <summary>A diagnostic in a log.</summary>
/// <param name="Id">The id of its rule.</param>
/// <param name="Level">Its level.</param>
/// <param name="Message">Its message.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Related">The places on the path that led there.</param>
/// <param name="Properties">What it says beside its message.</param>
/// <param name="Suppressions">Why it is not reported: the kind of the suppression and its justification.</param>
internal sealed record SarifResult(
    string Id,
    string? Level,
    string? Message,
    SarifPlace Place,
    IReadOnlyList<SarifPlace> Related,
    IReadOnlyDictionary<string, string?> Properties,
    IReadOnlyList<(string? Kind, string? Justification)> Suppressions)
{
    /// <summary>The places on the path with what happens there, oldest first.</summary>
    public IEnumerable<(SarifPlace Place, string Label)> Path => Related.Zip(Labels);

    /// <summary>What happens at the places on the path.</summary>
    public string[] Labels => Properties.TryGetValue("labels", out var labels) && labels is not null ? labels.Split('\n') : [];

    public static SarifResult Read(JsonElement result) => new(
        result.GetProperty("ruleId").GetString()!,
        result.GetProperty("level").GetString(),
        result.GetProperty("message").GetProperty("text").GetString(),
        SarifPlace.Read(Assert.Single(Items(result, "locations"))),
        [.. Items(result, "relatedLocations").Select(SarifPlace.Read)],
        result.TryGetProperty("properties", out var properties) && properties.TryGetProperty("customProperties", out var own)
            ? own.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString())
            : [],
        [.. Items(result, "suppressions").Select(suppression =>
            (
                suppression.GetProperty("kind").GetString(),
                suppression.TryGetProperty("justification", out var why) ? why.GetString() : null)),
        ]);

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];
}
