using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Analyzers.Tests.Structure;

/// <summary>Where a file is says what namespace it has.</summary>
public sealed class FolderTests
{
    /// <summary>Folders whose namespace has another name; those in them go on from there.</summary>
    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["src/Dynptrs.Captures"] = "Dynptrs",
        ["tests/Dynptrs.Runtime.Tests"] = "Dynptrs.Tests",
        ["tests/Shared"] = "Dynptrs.Testing",
    };

    /// <summary>Folders with one namespace for all that is in them: what is used together is found together.</summary>
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["src/Dynptrs.Verifier/IR"] = "Dynptrs.Verifier.IR",
        ["tests/Dynptrs.Runtime.Tests/Support"] = "Dynptrs.Tests",
    };

    /// <summary>
    /// Folders that follow a plan of their own: the public API is one namespace; polyfills have that of the framework; programs for the
    /// verifier are no projects.
    /// </summary>
    private static readonly string[] Free =
    [
        "src/Dynptrs.Runtime",
        "src/Dynptrs.Analyzers/Polyfills",
        "src/Dynptrs.Generators/Polyfills",
        "src/Dynptrs.Verifier/Polyfills",
        "tests/Dynptrs.Emit.Tests/Golden",
        "tests/Dynptrs.Tool.Tests/Programs",
        "tests/corpus",
        "tests/rules",
    ];

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void The_folder_is_the_namespace(string root) => Mistakes.AssertNone(
        from file in SourceFile.In(root)
        where file.Namespace is not null && !Free.Any(folder => IsIn(file.Folder, folder)) && file.Namespace != NamespaceOf(file.Folder)
        select $"{file.Path} has the namespace {file.Namespace}, not {NamespaceOf(file.Folder)}");

    private static string NamespaceOf(string folder)
    {
        if (Whole.FirstOrDefault(whole => IsIn(folder, whole.Key)).Value is { } one)
            return one;
        var known = Namespaces.FirstOrDefault(entry => IsIn(folder, entry.Key));
        return known.Key is null ? Dotted(folder[(folder.IndexOf('/') + 1)..]) : known.Value + Dotted(folder[known.Key.Length..]);
    }

    private static string Dotted(string path) => path.Replace('/', '.');

    private static bool IsIn(string folder, string outer) => folder == outer || folder.StartsWith(outer + "/", StringComparison.Ordinal);
}
