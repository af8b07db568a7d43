using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Testing;

namespace Dynptrs.Analyzers.Tests.Structure;

/// <summary>A file of C# in the repository.</summary>
/// <param name="Path">Its path from the root, with slashes.</param>
/// <param name="Lines">Its lines.</param>
internal sealed partial record SourceFile(string Path, string[] Lines)
{
    /// <summary>The folder that it is in.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The namespace that it declares, or <see langword="null"/>.</summary>
    public string? Namespace => Lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value;

    /// <summary>The files in a folder and in those below, without what a build makes.</summary>
    /// <param name="folder">The path of the folder from the root.</param>
    public static IEnumerable<SourceFile> In(string folder) => Directory
        .EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
        .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj"))
        .OrderBy(file => file.Path, System.StringComparer.Ordinal)
        .Select(file => new SourceFile(file.Path, File.ReadAllLines(file.File)));

    /// <summary>Where a pattern occurs, for a person who reads a failure.</summary>
    public IEnumerable<string> Find(Regex pattern) =>
        Lines.Index().Where(line => pattern.IsMatch(line.Item)).Select(line => $"{Path}({line.Index + 1}): {line.Item.Trim()}");

    [GeneratedRegex(@"^namespace ([\w.]+)")]
    private static partial Regex NamespaceLine();
}
