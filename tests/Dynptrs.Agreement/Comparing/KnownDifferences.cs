using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Dynptrs.Agreement.Sources;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Programs whose C is not judged as they are, for reasons that are listed beside the tests of the emitter.</summary>
internal static class KnownDifferences
{
    private static readonly string[] Lists = ["not-as-judged.json", "not-compiled.json", "not-emitted.json"];

    /// <summary>The names of the programs.</summary>
    public static HashSet<string> Read()
    {
        var names = new HashSet<string>();
        foreach (var list in Lists)
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ProgramSets.Root, "tests", "Dynptrs.Emit.Tests", list)));
            foreach (var entry in document.RootElement.EnumerateArray())
                names.Add(entry.GetProperty("program").GetString()!.Split('/')[^1]);
        }

        return names;
    }
}
