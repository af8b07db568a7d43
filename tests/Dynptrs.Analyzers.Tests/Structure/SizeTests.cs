using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dynptrs.Testing;

namespace Dynptrs.Analyzers.Tests.Structure;

/// <summary>How long files and lines may be. What was longer when the limits came is listed; the lists only shrink.</summary>
public sealed class SizeTests
{
    private const int MaxLines = 450;
    private const int MaxWidth = 160;

    private static readonly SourceFile[] Files = [.. new[] { "benchmarks", "samples", "src", "tests" }.SelectMany(SourceFile.In)];

    /// <summary>Each file with more lines than there should be, and how many it may have.</summary>
    [Fact]
    public void Files_are_short() => Verify("long-files.txt", file => file.Lines.Length > MaxLines ? file.Lines.Length : 0);

    /// <summary>Each file with lines that are too long, and how many.</summary>
    [Fact]
    public void Lines_are_short() => Verify("long-lines.txt", file => file.Lines.Count(line => line.Length > MaxWidth));

    private static void Verify(string list, Func<SourceFile, int> measure)
    {
        var path = Path.Combine(Repository.Root, "tests", "Dynptrs.Analyzers.Tests", "Structure", list);
        var allowed = File.ReadAllLines(path)
            .Select(line => line.Split(' '))
            .ToDictionary(entry => entry[1], entry => int.Parse(entry[0], CultureInfo.InvariantCulture));
        var measured = Files.Select(file => (file.Path, Count: measure(file))).Where(file => file.Count > 0).ToList();
        Mistakes.AssertNone(measured
            .Where(file => file.Count > allowed.GetValueOrDefault(file.Path))
            .Select(file => $"{file.Path}: {file.Count}, of which {allowed.GetValueOrDefault(file.Path)} are allowed"));

        // No more than is allowed, so the list can only shrink.
        Repository.VerifyOrUpdate(
            path, string.Concat(measured.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Count} {file.Path}\n"))));
    }
}
