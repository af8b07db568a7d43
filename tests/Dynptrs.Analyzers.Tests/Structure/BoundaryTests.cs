using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dynptrs.Testing;

namespace Dynptrs.Analyzers.Tests.Structure;

/// <summary>What is done in one place alone.</summary>
public sealed partial class BoundaryTests
{
    /// <summary>Who tells code fixes something, and reads it there.</summary>
    private static readonly string[] Codecs =
    [
        "src/Dynptrs.Analyzers/Rules/HiddenPadding.cs",
        "src/Dynptrs.Analyzers/Rules/MissingStub.cs",
        "src/Dynptrs.Analyzers/Rules/Mistake.cs",
    ];

    /// <summary>Which assemblies see inside of which.</summary>
    private static readonly Dictionary<string, string[]> Friends = new()
    {
        ["Dynptrs.Analyzers"] =
        [
            "Dynptrs.Analyzers.Tests", "Dynptrs.Benchmarks", "Dynptrs.Build", "Dynptrs.CodeFixes", "Dynptrs.Conformance.Tests", "Dynptrs.Emit",
        ],
        ["Dynptrs.Emit"] = ["Dynptrs.Emit.Tests"],
        ["Dynptrs.Generators"] = ["Dynptrs.Generators.Tests"],
        ["Dynptrs.Kernel"] = ["Dynptrs.Agreement", "Dynptrs.Emit.Tests", "Dynptrs.Kernel.Tests"],
        ["Dynptrs.Tool"] = ["Dynptrs.Tool.Tests"],
        ["Dynptrs.Verifier"] = ["Dynptrs.Verifier.Tests"],
    };

    /// <summary>A fix says which rules it fixes; any other rule it knows by what the rule reports.</summary>
    [Fact]
    public void Code_fixes_name_no_other_rules() =>
        Mistakes.AssertNone(Find("src/Dynptrs.CodeFixes", RuleId()).Where(line =>
            !line.Contains("FixableDiagnosticIds { get; } =", StringComparison.Ordinal)));

    [Fact]
    public void Properties_of_diagnostics_are_read_by_their_codecs() =>
        Assert.Equal(Codecs, SourceFile.In("src").Where(file => file.Find(Properties()).Any()).Select(file => file.Path));

    [Fact]
    public void Native_code_is_called_from_its_room() =>
        Assert.All(Find("src", NativeCall()), line => Assert.Matches(@"^src/Dynptrs\.(Runtime|Kernel)/Interop/", line));

    [Fact]
    public void Only_these_see_inside_of_an_assembly() => Assert.Equal(
        Friends.SelectMany(entry => entry.Value, (entry, friend) => (entry.Key, friend)),
        from project in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
        from friend in XDocument.Load(project)
            .Descendants("InternalsVisibleTo")
            .Select(element => element.Attribute("Include")!.Value)
            .Order(StringComparer.Ordinal)
        select (Path.GetFileNameWithoutExtension(project), friend));

    /// <summary>An attribute in a source file would do the same.</summary>
    [Fact]
    public void No_source_file_opens_an_assembly() => Mistakes.AssertNone(Find("src", Opening()));

    private static IEnumerable<string> Find(string folder, Regex pattern) => SourceFile.In(folder).SelectMany(file => file.Find(pattern));

    [GeneratedRegex(@"""DYN\d")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"\.Properties\b")]
    private static partial Regex Properties();

    [GeneratedRegex(@"\[(LibraryImport|DllImport)\b")]
    private static partial Regex NativeCall();

    [GeneratedRegex(@"assembly: *(\w+\.)*InternalsVisibleTo")]
    private static partial Regex Opening();
}
