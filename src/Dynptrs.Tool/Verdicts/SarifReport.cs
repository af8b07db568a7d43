using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dynptrs.Build.Verdicts;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.Verdicts;

/// <summary>Writes diagnostics as SARIF 2.1.0, with the places on the way to each.</summary>
internal static class SarifReport
{
    // No page of a browser embeds it.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    /// <param name="folder">The folder that paths are relative to.</param>
    /// <param name="version">The version of the tool.</param>
    /// <param name="stream">Takes the report.</param>
    public static void Write(IReadOnlyList<Diagnostic> diagnostics, string folder, string version, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, Readable);
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteDriver(writer, diagnostics, version);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartObject("originalUriBaseIds");
        writer.WriteStartObject("PROJECT");
        writer.WriteString("uri", new Uri(Path.TrimEndingDirectorySeparator(folder) + "/").AbsoluteUri);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("results");
        foreach (var diagnostic in diagnostics)
            WriteResult(writer, diagnostic, folder);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDriver(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> diagnostics, string version)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "dynptr");
        writer.WriteString("version", version);
        writer.WriteStartArray("rules");
        var rules = diagnostics.Select(diagnostic => diagnostic.Descriptor).DistinctBy(rule => rule.Id);
        foreach (var rule in rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            WriteText(writer, "shortDescription", rule.Title.ToString(CultureInfo.InvariantCulture));
            if (rule.HelpLinkUri is { Length: > 0 } link)
                writer.WriteString("helpUri", link);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic diagnostic, string folder)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", diagnostic.Id);
        writer.WriteString("level", diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        });
        WriteText(writer, "message", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        writer.WriteStartArray("locations");
        if (diagnostic.Location.IsInSource)
            WriteLocation(writer, diagnostic.Location, "", folder);
        writer.WriteEndArray();
        if (Step.Of(diagnostic) is { IsEmpty: false } steps)
        {
            writer.WriteStartArray("relatedLocations");
            foreach (var step in steps.Where(step => step.Location.IsInSource))
                WriteLocation(writer, step.Location, step.Label, folder);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, Location location, string label, string folder)
    {
        var span = location.GetMappedLineSpan();
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        var path = Path.IsPathRooted(span.Path) ? Path.GetRelativePath(folder, span.Path) : span.Path;
        writer.WriteString("uri", string.Join('/', path.Split('/', '\\').Select(Uri.EscapeDataString)));
        writer.WriteString("uriBaseId", "PROJECT");
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", span.StartLinePosition.Line + 1);
        writer.WriteNumber("startColumn", span.StartLinePosition.Character + 1);
        writer.WriteNumber("endLine", span.EndLinePosition.Line + 1);
        writer.WriteNumber("endColumn", span.EndLinePosition.Character + 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (label.Length > 0)
            WriteText(writer, "message", label);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
