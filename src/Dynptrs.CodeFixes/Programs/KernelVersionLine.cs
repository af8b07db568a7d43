using System;
using System.Collections.Generic;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.CodeFixes.Programs;

/// <summary>The lines of a configuration file that say the oldest kernel.</summary>
internal static class KernelVersionLine
{
    /// <summary>The file with newer versions, or <see langword="null"/> where it says none that is too old.</summary>
    public static SourceText? Raise(SourceText file, KernelVersion since)
    {
        var changes = new List<TextChange>();
        foreach (var line in file.Lines)
        {
            var text = line.ToString();
            var equals = text.IndexOf('=');
            if (equals < 0 || !text.Substring(0, equals).Trim().Equals(FileOptions.KernelVersionKey, StringComparison.OrdinalIgnoreCase))
                continue;
            var value = text.Substring(equals + 1).Trim();
            if (KernelVersion.TryParse(value) is { } version && version.CompareTo(since) < 0)
            {
                changes.Add(new TextChange(
                    new TextSpan(line.Start + text.IndexOf(value, equals, StringComparison.Ordinal), value.Length), since.ToString()));
            }
        }

        return changes.Count == 0 ? null : file.WithChanges(changes);
    }
}
