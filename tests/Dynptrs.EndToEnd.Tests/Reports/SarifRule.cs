using System.Text.Json;

namespace Dynptrs.EndToEnd.Tests.Reports;

/// <summary>What a log says of a rule.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Level">Its level, where nobody has changed it.</param>
/// <param name="Help">The address of its page.</param>
/// <param name="Category">Its category.</param>
internal sealed record SarifRule(string Id, string? Title, string? Level, string? Help, string? Category)
{
    public static SarifRule Read(JsonElement rule) => new(
        rule.GetProperty("id").GetString()!,
        Find(rule, "shortDescription", "text"),
        // What the format leaves out is a warning.
        Find(rule, "defaultConfiguration", "level") ?? "warning",
        Find(rule, "helpUri"),
        Find(rule, "properties", "category"));

    private static string? Find(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (!element.TryGetProperty(name, out element))
                return null;
        }

        return element.GetString();
    }
}
