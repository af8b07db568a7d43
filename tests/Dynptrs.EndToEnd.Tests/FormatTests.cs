using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Dynptrs.Testing;

namespace Dynptrs.EndToEnd.Tests;

/// <summary><c>dotnet format analyzers</c> fixes what the build refused.</summary>
public sealed class FormatTests
{
    /// <summary>The rule whose example says in a configuration file what is wrong; that command edits none.</summary>
    private const string NeedsNewerKernel = "DYN022";

    private const string OldStubs = """
        using Dynptrs;

        namespace Rules.DYN022;

        [BpfHelpers(Kernel = "6.4")]
        internal static partial class Stubs;

        internal static class Programs
        {
            [BpfProgram("tc")]
            public static int Run(SkBuff skb)
            {
                Stubs.bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
                return Stubs.bpf_dynptr_adjust(ref packet, 14, 64); // expect DYN022
            }
        }
        """;

    private static readonly string Rules = Path.Combine(Repository.Root, "tests", "rules");

    /// <summary>The rules with a code fix, and their rejected examples.</summary>
    private static IReadOnlyDictionary<string, string> Examples { get; } = ReadExamples();

    /// <summary>One project with all examples, for the command takes its time; they are in namespaces of their own.</summary>
    [Fact]
    public async Task Every_rule_with_a_fix_is_fixed_by_one_run_of_dotnet_format()
    {
        // What is only suggested is no output of a build, but in the strict preset; the fields of the examples are never assigned.
        using var project = new FreshProject("""
            <OutputType>Library</OutputType>
            <DynptrPreset>strict</DynptrPreset>
            <NoWarn>$(NoWarn);CS0649</NoWarn>
            """);
        project.Write("Shared.cs", File.ReadAllText(Path.Combine(Rules, "Shared.cs")));
        foreach (var (id, source) in Examples)
            project.Write($"{id}.cs", source);

        var reported = (await project.BuildAsync()).Diagnostics;
        Assert.Equal(
            from example in Examples
            from mark in BuildDiagnostic.ParseMarks($"{example.Key}.cs", example.Value)
            orderby mark.File, mark.Line
            select (mark.Id, mark.File, mark.Line),
            from diagnostic in reported
            where diagnostic.Id.StartsWith("DYN", System.StringComparison.Ordinal)
            select (diagnostic.Id, diagnostic.File, diagnostic.Line));

        (await project.FormatAnalyzersAsync([.. Examples.Keys])).ShouldSucceed();

        // What a mistake has hidden may show now: a suggestion, which another run follows.
        var left = (await project.BuildAsync()).ShouldSucceed().Diagnostics;
        Assert.All(left, diagnostic => Assert.StartsWith("DYN1", diagnostic.Id, System.StringComparison.Ordinal));
        Assert.DoesNotContain(left, diagnostic => diagnostic.File == $"{diagnostic.Id}.cs");
        Assert.All(Examples, example => Assert.NotEqual(example.Value, project.Read($"{example.Key}.cs")));
        string[] fixable = [.. left.Select(diagnostic => diagnostic.Id).Where(Examples.ContainsKey).Distinct()];
        if (fixable.Length == 0)
            return;

        (await project.FormatAnalyzersAsync(fixable)).ShouldSucceed();
        Assert.DoesNotContain((await project.BuildAsync()).ShouldSucceed().Diagnostics, diagnostic => Examples.ContainsKey(diagnostic.Id));
    }

    private static Dictionary<string, string> ReadExamples()
    {
        using var unfixable = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", "unfixable.json")));
        var examples = Directory.GetDirectories(Rules)
            .Select(folder => Path.GetFileName(folder))
            .Where(id => !unfixable.RootElement.TryGetProperty(id, out _))
            .ToDictionary(id => id, id => id == NeedsNewerKernel ? OldStubs : File.ReadAllText(Path.Combine(Rules, id, "Rejected.cs")));
        Assert.All(examples.Keys, id => Assert.True(
            id == NeedsNewerKernel || !File.Exists(Path.Combine(Rules, id, "Rejected.globalconfig")), $"{id} needs a project of its own"));
        return examples;
    }
}
