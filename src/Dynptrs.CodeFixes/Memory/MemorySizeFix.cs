using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>DYN007, DYN012: makes a buffer or a slice large enough for what is asked of it, or asks for less.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MemorySizeFix)), Shared]
public sealed class MemorySizeFix : ContractFixProvider
{
    private const string Enlarge = nameof(MemorySizeFix) + ".Enlarge";
    private const string Reduce = nameof(MemorySizeFix) + ".Reduce";

    /// <summary>What asking for less may lead to.</summary>
    private static readonly ImmutableArray<string> Bounds =
        [RuleCatalogue.IdOf<OutOfBounds>(), RuleCatalogue.IdOf<Unbounded>(), RuleCatalogue.IdOf<BufferTooSmall>()];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN007", "DYN012"];

    /// <summary>What is accessed, and what made it.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Steps.FindMistake(context.Root, diagnostic) is not { } mistake)
            return [];
        var origin = Steps.Of(diagnostic).LastOrDefault(step => step.Label is StepLabel.Allocated or StepLabel.Sliced).Location;
        var memory = origin?.SourceTree == context.Root.SyntaxTree
            ? context.Root.FindNode(origin.SourceSpan, getInnermostNodeForTie: true)
            : mistake is ExpressionSyntax variable ? MemorySize.FindOrigin(context, variable) : null;
        return memory is null ? [mistake] : [mistake, memory];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var mistake = Mistake.Read(diagnostic);
        if (places.Length == 2 && mistake.Needed is { } needed && GrowAll(context, places[1], needed) is { } larger
            && Verdict.Compare(context, places[0], larger).FixesByInsertion(diagnostic))
        {
            var bytes = AccessText.Bytes(needed);
            yield return new Fix(places[1] is InvocationExpressionSyntax ? $"Take {bytes}" : $"Make room for {bytes}", Enlarge, larger);
        }

        if (mistake.Room is > 0 and var room && AskForLess(context, places[0], room) is { } smaller
            && Verdict.Compare(context, places[0], smaller) is var verdict
            && verdict.FixesByInsertion(diagnostic)
            && verdict.AddsNone(Bounds))
        {
            yield return new Fix($"Ask for {AccessText.Bytes(room)}", Reduce, smaller);
        }
    }

    /// <summary>Makes the memory large enough, and with a slice the buffer that it is given.</summary>
    private static FixContext? GrowAll(FixContext context, SyntaxNode memory, long bytes)
    {
        var numbers = new Dictionary<LiteralExpressionSyntax, string>();
        if (!Grow(context, memory, bytes, numbers))
            return null;
        if (memory is InvocationExpressionSyntax call
            && MemorySize.FindConstantSize(context, call) is { } size
            && ContractArguments.Read(context, call)!.FindBuffer(size) is { } buffer
            && MemorySize.FindOrigin(context, buffer) is { } origin
            && !Grow(context, origin, bytes, numbers))
        {
            return null;
        }

        return MemorySize.Replace(context, numbers);
    }

    /// <summary>Makes one memory large enough where it is not.</summary>
    /// <returns>Whether it is then.</returns>
    private static bool Grow(FixContext context, SyntaxNode memory, long bytes, Dictionary<LiteralExpressionSyntax, string> numbers)
    {
        if (MemorySize.Find(context, memory) is not { } literal || MemorySize.GetText(context, memory, bytes) is not { } text)
            return false;
        if (long.TryParse(literal.Token.ValueText, NumberStyles.None, CultureInfo.InvariantCulture, out var now)
            && now < long.Parse(text, CultureInfo.InvariantCulture))
        {
            numbers[literal] = text;
        }

        return true;
    }

    /// <summary>Reduces the length that goes with a buffer to what the buffer has.</summary>
    private static FixContext? AskForLess(FixContext context, SyntaxNode buffer, long room) =>
        buffer.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax call } argument
        && ContractArguments.Read(context, call)?.FindLength(argument) is { Expression: var length }
        && context.Model.GetConstantValue(length).HasValue
        && MemorySize.FindLiteral(context, length) is { } literal
            ? MemorySize.Replace(
                context, new Dictionary<LiteralExpressionSyntax, string> { [literal] = room.ToString(CultureInfo.InvariantCulture) })
            : null;
}
