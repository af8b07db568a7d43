using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>DYN008: takes as many bytes as the buffer has, where the size of a slice must be a constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstantSizeFix)), Shared]
public sealed class ConstantSizeFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN008"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Steps.FindMistake(context.Root, diagnostic)?.FirstAncestorOrSelf<ArgumentSyntax>() is { } size ? [size] : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var size = (ArgumentSyntax)places[0];
        if (size.Parent?.Parent is not InvocationExpressionSyntax call
            || ContractArguments.Read(context, call) is not { } arguments
            || arguments.Find(size)?.IsConstantSize != true
            || arguments.FindBuffer(size) is not { } buffer
            || MemorySize.FindOrigin(context, buffer) is not { } memory
            || MemorySize.GetBytes(context, memory) is not { } bytes)
        {
            yield break;
        }

        var constant = SyntaxFactory.ParseExpression(bytes.ToString(CultureInfo.InvariantCulture)).WithTriviaFrom(size.Expression);
        var after = context.With(context.Root.ReplaceNode(size.Expression, constant));
        if (FixCheck.Mends(context, size, after, diagnostic))
            yield return new Fix($"Take {AccessText.Bytes(bytes)}, as many as `{buffer}` has", nameof(ConstantSizeFix), after);
    }
}
