using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Testing;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>An error or a warning, as <c>dotnet build</c> prints it or as a mark in the source announces it.</summary>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Id">The id, such as <c>DYN001</c>.</param>
/// <param name="File">The name of the source file; empty when a tool speaks of no line.</param>
/// <param name="Line">The line, from 1; 0 when a tool speaks of no line.</param>
internal sealed partial record BuildDiagnostic(string Severity, string Id, string File, int Line)
{
    /// <summary>Reads what a build printed.</summary>
    public static IEnumerable<BuildDiagnostic> Parse(string output) =>
        from match in Printed().Matches(output)
        let location = match.Groups["line"]
        select new BuildDiagnostic(
            match.Groups["severity"].Value,
            match.Groups["id"].Value,
            location.Success ? Path.GetFileName(match.Groups["file"].Value) : "",
            location.Success ? int.Parse(location.Value, CultureInfo.InvariantCulture) : 0);

    /// <summary>Reads the errors that marks such as <c>// expect DYN001</c> at the ends of lines announce.</summary>
    public static IEnumerable<BuildDiagnostic> ParseMarks(string file, string source) =>
        ExpectMarks.Read(source).Select(mark => new BuildDiagnostic("error", mark.Id, file, mark.Line));

    // Probe.cs(12,9): error DYN001: message [project]
    // CSC : warning CS8032: message [project]
    [GeneratedRegex(
        @"^\s*(?<file>[^\r\n(]+?)(\((?<line>\d+),[\d,]+\))? ?: (?<severity>error|warning) (?<id>[A-Z]+\d+):", RegexOptions.Multiline)]
    private static partial Regex Printed();
}
