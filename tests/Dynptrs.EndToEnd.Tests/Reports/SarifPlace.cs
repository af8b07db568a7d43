using System;
using System.IO;
using System.Text.Json;

namespace Dynptrs.EndToEnd.Tests.Reports;

/// <summary>A place in a log.</summary>
/// <param name="File">The name of the source file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record SarifPlace(string File, int Line, int Column)
{
    public static SarifPlace Read(JsonElement location)
    {
        var physical = location.GetProperty("physicalLocation");
        var region = physical.GetProperty("region");
        return new SarifPlace(
            Path.GetFileName(new Uri(physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32());
    }
}
