using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dynptrs.Conformance.Tests.Pairs;

/// <summary>The verdicts on the pairs, and the disagreements that are known.</summary>
internal static class PairTable
{
    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file with the known disagreements.</summary>
    public static string KnownDisagreementsFile { get; } = PairFile.PathOf("known-disagreements.json");

    /// <summary>All pairs, in the order of their files.</summary>
    public static ImmutableArray<Pair> Pairs { get; } = [.. File.ReadAllLines(PairFile.PathOf("verdicts.tsv")).Skip(1).Select(Pair.Parse)];

    public static ImmutableDictionary<string, Pair> ByProgram { get; } = Pairs.ToImmutableDictionary(pair => pair.Program);

    public static ImmutableArray<PairNote> KnownDisagreements { get; } =
        [.. JsonSerializer.Deserialize<PairNote[]>(File.ReadAllText(KnownDisagreementsFile), Format)!];

    /// <summary>Writes notes as one line each, so that a change of one is a change of one line.</summary>
    public static string Render(IEnumerable<PairNote> notes)
    {
        var lines = notes
            .Select(note => $"  {{ \"program\": {Quote(note.Program)}, \"kind\": {Quote(note.Kind)}, \"reason\": {Quote(note.Reason)} }}")
            .ToList();
        return lines.Count == 0 ? "[]\n" : "[\n" + string.Join(",\n", lines) + "\n]\n";
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Format);
}
