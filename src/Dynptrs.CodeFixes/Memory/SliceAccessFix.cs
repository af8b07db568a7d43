using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>DYN009: takes a slice for writing where it is written, and one for reading where the program may only read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SliceAccessFix)), Shared]
public sealed class SliceAccessFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN009"];

    /// <summary>The mistake, and the call that takes the slice.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Steps.FindMistake(context.Root, diagnostic) is not { } mistake)
            return [];
        return Steps.Find(context.Root, diagnostic, StepLabel.Sliced).LastOrDefault() is { } taking
            ? [mistake, taking]
            : [mistake, mistake];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        if (places[1].DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is not { } taking)
            yield break;
        foreach (var sibling in new SliceSiblings(context).Find(taking))
        {
            if (sibling.Take(context, taking) is { } after && Verdict.Compare(context, places[0], after).FixesAlone(diagnostic))
            {
                yield return new Fix(
                    sibling.IsReadOnly
                        ? $"Take a slice for reading with `{sibling.Name}`"
                        : $"Take a slice for writing with `{sibling.Name}`",
                    nameof(SliceAccessFix),
                    after);
                yield break;
            }
        }
    }
}
