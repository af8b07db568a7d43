using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dynptrs.Testing;

namespace Dynptrs.Conformance.Tests.Cases;

/// <summary>The scenarios of the kernel's tests, and the notes on some of them.</summary>
internal static class CaseTable
{
    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All cases, in the order of the kernel's sources.</summary>
    public static ImmutableArray<VerifierCase> Cases { get; } = Read<VerifierCase>(Path.Combine("cases", "verifier-cases.json"));

    public static ImmutableDictionary<CaseKey, VerifierCase> ByKey { get; } = Cases.ToImmutableDictionary(scenario => scenario.Key);

    public static ImmutableArray<string> Suites { get; } = [.. Cases.Select(scenario => scenario.Suite).Distinct()];

    /// <summary>The cases that C# cannot say at all.</summary>
    public static ImmutableArray<CaseNote> NotExpressible { get; } = Read<CaseNote>("not-expressible.json");

    /// <summary>The cases on which the analyzer and the kernel do not agree yet.</summary>
    public static ImmutableArray<CaseNote> KnownDisagreements { get; } = Read<CaseNote>(KnownDisagreementsFile);

    /// <summary>The name of the file with the known disagreements.</summary>
    public const string KnownDisagreementsFile = "known-disagreements.json";

    /// <summary>Writes notes as one line each, so that a change of one is a change of one line.</summary>
    public static string Render(IEnumerable<CaseNote> notes)
    {
        var lines = notes
            .Select(note => $"  {{ \"suite\": {Quote(note.Suite)}, \"name\": {Quote(note.Name)}, \"reason\": {Quote(note.Reason)} }}")
            .ToList();
        return lines.Count == 0 ? "[]\n" : "[\n" + string.Join(",\n", lines) + "\n]\n";
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Format);

    /// <summary>Reads a table of the corpus.</summary>
    public static ImmutableArray<T> Read<T>(string file) =>
        [.. JsonSerializer.Deserialize<T[]>(File.ReadAllText(Repository.Corpus(file)), Format)!];
}
