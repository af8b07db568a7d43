using System;
using System.Globalization;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The words for an access to memory.</summary>
internal static class AccessText
{
    public static string Bytes(long count) => count == 1 ? "1 byte" : Number(count) + " bytes";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The memory, and where it came from: <c>`data`, taken on line 12, has 8 bytes</c>; or what a part of it lies in.
    /// </summary>
    public static string Memory(FindingText text, long size) =>
        text.Finding.Site.Source is ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax } part
        && (text.Finding.Subject.Length == 0 || text.Finding.Subject == part.ToString())
            ? $"{text.Subject} lies in memory of {Bytes(size)}{Origin(text).TrimEnd(',')}"
            : $"{text.Subject}{Origin(text)} has {Bytes(size)}";

    /// <summary>The offsets at which an access of a size lies inside.</summary>
    public static string Inside(MemoryAccess access)
    {
        var last = Math.Max(access.Limit - access.Size, 0);
        return last == 0 ? "offset 0 lies" : $"offsets 0 to {Number(last)} lie";
    }

    private static string Origin(FindingText text)
    {
        if ((text.Step(TraceStepKind.Sliced) ?? text.Step(TraceStepKind.Looked)) is { } taken)
            return $", taken on {text.Line(taken)},";
        return text.Step(TraceStepKind.Allocated) is { } allocated ? $", set aside on {text.Line(allocated)}," : "";
    }
}
