using System;
using System.Globalization;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        text.Finding.Site.Source is ExpressionSyntax site
        && Place(site) is var part
        && (text.Finding.Subject.Length == 0 || text.Finding.Subject == part.ToString())
        && IsPart(part, ((AccessFinding)text.Finding).Access)
            ? $"{text.Subject} lies in memory of {Bytes(size)}{Origin(text).TrimEnd(',')}"
            : $"{text.Subject}{Origin(text)} {(size == 0 ? "is empty here" : "has " + Bytes(size))}";

    /// <summary>
    /// Whether a place is a part of something larger, whose size is meant. What is taken of a span has a size of its own, too.
    /// </summary>
    private static bool IsPart(ExpressionSyntax place, MemoryAccess access) => place switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax }] }
            or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Slice" } } =>
            !access.IsCertain || access.First > 0,
        ElementAccessExpressionSyntax or MemberAccessExpressionSyntax => true,
        _ => false,
    };

    /// <summary>The place that is read or written by an expression which does so.</summary>
    public static ExpressionSyntax Place(ExpressionSyntax access) => access switch
    {
        PostfixUnaryExpressionSyntax { Operand: var place } => Place(place),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } changed =>
            Place(changed.Operand),
        AssignmentExpressionSyntax { Left: var place } => Place(place),
        ParenthesizedExpressionSyntax { Expression: var place } => Place(place),
        CastExpressionSyntax { Expression: var place } => Place(place),
        _ => access,
    };

    /// <summary>Until where an access may lie, and why no more is known.</summary>
    public static string AsHigh(FindingText text, MemoryAccess access)
    {
        var number = $"may be as high as {Number(access.Last)} here";
        if (IsOfTooManyWays(text))
            return number + TooManyWays;
        return (access.First, access.Last, text.Finding.Site.Source) switch
        {
            (0, byte.MaxValue, SyntaxNode node) when !IsMasked(node) => number + ", as any byte may be",
            (0, ushort.MaxValue, SyntaxNode node) when !IsMasked(node) => number + ", as any number of 16 bits may be",
            _ => number,
        };
    }

    /// <summary>Why a number may be negative, or nothing.</summary>
    public static string WhyNegative(FindingText text) => IsOfTooManyWays(text) ? TooManyWays
        : text.Finding.Site.Source is SyntaxNode node && SignBits.Find(node) is { } shift
            ? $", as {FindingText.Quote(shift.ToString())} is where its highest bit is set" : "";

    private const string TooManyWays = ", as far as is known where more ways meet than can be followed one by one";

    private static bool IsOfTooManyWays(FindingText text) => text.Finding is AccessFinding { IsOfTooManyWays: true };

    private static bool IsMasked(SyntaxNode node) => node.DescendantNodes().Any(part => part.IsKind(SyntaxKind.BitwiseAndExpression));

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
