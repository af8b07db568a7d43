using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text.Json;
using Dynptrs.Testing;

namespace Dynptrs.Emit.Tests.Corpus;

/// <summary>A program of which something does not hold that holds of all others.</summary>
/// <param name="Program">The program.</param>
/// <param name="Reason">Why.</param>
internal sealed record ProgramNote(string Program, string Reason)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Reads a list beside the tests.</summary>
    public static ImmutableArray<ProgramNote> Read(string file) => JsonSerializer.Deserialize<ImmutableArray<ProgramNote>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Dynptrs.Emit.Tests", file)), Options);

    /// <summary>The programs of a set on which the verifier does not agree with the kernel.</summary>
    public static IEnumerable<string> ReadDisagreements(string set, string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Corpus(Path.Combine(folder, "known-disagreements.json"))));
        foreach (var note in document.RootElement.EnumerateArray())
        {
            foreach (var property in note.EnumerateObject())
            {
                if (property.Name is "program" or "case")
                    yield return $"{set}/{property.Value.GetString()}";
            }
        }
    }
}
