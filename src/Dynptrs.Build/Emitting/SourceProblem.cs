using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Build.Emitting;

/// <summary>Why there is no object: an error at a line of C#, as compilers and MSBuild write them.</summary>
/// <param name="Path">The file, or <see langword="null"/> where it concerns none.</param>
/// <param name="Line">The line, counted from 1, or 0.</param>
/// <param name="Column">The column, counted from 1, or 0.</param>
/// <param name="Id">The rule or the kind of error.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record SourceProblem(string? Path, int Line, int Column, string Id, string Message)
{
    /// <summary>Something that is verified, and has no form in BPF yet.</summary>
    public const string NoForm = "BPF001";

    /// <summary>The C does not become an object.</summary>
    public const string NotCompiled = "BPF002";

    /// <summary>What the verifier says, where it refuses a program.</summary>
    public Diagnostic? Diagnostic { get; init; }

    /// <summary>A problem at a place.</summary>
    /// <param name="location">The place.</param>
    /// <param name="id">Its kind.</param>
    /// <param name="message">What is wrong.</param>
    public static SourceProblem At(Location location, string id, string message)
    {
        var span = location.GetMappedLineSpan();
        return span.IsValid
            ? new SourceProblem(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, id, message)
            : new SourceProblem(null, 0, 0, id, message);
    }

    /// <summary>What a diagnostic says.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public static SourceProblem Of(Diagnostic diagnostic) =>
        At(diagnostic.Location, diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture)) with { Diagnostic = diagnostic };

    /// <summary>As MSBuild reads it.</summary>
    public override string ToString() => Path is null
        ? $"dynptr: error {Id}: {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{Path}({Line},{System.Math.Max(Column, 1)}): error {Id}: {Message}");
}
