using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>
/// DYN008: takes the slice as the type as which it is read, or as many bytes as the buffer has or the code reaches, where the size of a
/// slice must be a constant.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstantSizeFix)), Shared]
public sealed class ConstantSizeFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN008"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        FindMistake<ArgumentSyntax>(context, diagnostic);

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var size = (ArgumentSyntax)places[0];
        if (size.Parent?.Parent is not InvocationExpressionSyntax call
            || ContractArguments.Read(context, call) is not { } arguments
            || arguments.Find(size)?.IsConstantSize != true)
        {
            yield break;
        }

        var uses = SliceUses.Find(context, call);
        if (uses is not null
            && TypedSlice.TryTake(context, call, size, uses) is { } typed
            && Verdict.Compare(context, size, typed).FixesAlone(diagnostic))
        {
            yield return new Fix(
                $"Take it as `{uses.Type!.ToMinimalDisplayString(context.Model, call.SpanStart)}`",
                $"{nameof(ConstantSizeFix)}.Typed",
                typed);
        }

        if (arguments.FindBuffer(size) is { } buffer
            && MemorySize.FindOrigin(context, buffer) is { } memory
            && MemorySize.GetBytes(context, memory) is { } bytes
            && Take(context, size, bytes) is var whole
            && Verdict.Compare(context, size, whole).FixesAlone(diagnostic))
        {
            yield return new Fix($"Take {AccessText.Bytes(bytes)}, as many as `{buffer}` has", $"{nameof(ConstantSizeFix)}.Buffer", whole);
        }

        if (uses is not null
            && Take(context, size, uses.Bytes) is var reached
            && Verdict.Compare(context, size, reached).FixesAlone(diagnostic))
        {
            yield return new Fix(
                $"Take {AccessText.Bytes(uses.Bytes)}, as many as are reached", $"{nameof(ConstantSizeFix)}.Reached", reached);
        }
    }

    private static FixContext Take(FixContext context, ArgumentSyntax size, long bytes) =>
        context.With(context.Root.ReplaceNode(
            size.Expression, SyntaxFactory.ParseExpression(bytes.ToString(CultureInfo.InvariantCulture)).WithTriviaFrom(size.Expression)));
}
