using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Dynptrs.Agreement.Sources;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Changed programs that are accepted here although a kernel refuses them, each with the reason.</summary>
internal static class KnownMisses
{
    private static readonly HashSet<(string Program, string Changes)> All = Read();

    public static bool Contains(ChangedProgram program) => All.Contains((program.Name, program.Changes));

    private static HashSet<(string Program, string Changes)> Read()
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(ProgramSets.Root, "tests", "Dynptrs.Agreement", "known-misses.json")));
        return
        [
            .. document.RootElement.EnumerateArray()
                .Select(entry => (entry.GetProperty("program").GetString()!, entry.GetProperty("changes").GetString()!)),
        ];
    }
}
