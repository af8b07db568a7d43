using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>Programs that release something elsewhere, or not at all.</summary>
internal static class ReleaseMutants
{
    public static IEnumerable<Mutant> Moved(MutantProgram program)
    {
        foreach (var release in Releases(program))
        {
            var body = release.Ancestors().OfType<BaseMethodDeclarationSyntax>().First();
            foreach (var place in body.DescendantNodes().OfType<StatementSyntax>())
            {
                if (place.Parent is not BlockSyntax || place.Span.IntersectsWith(release.Span))
                    continue;
                yield return new Mutant(
                    program,
                    MutantKind.MovedRelease,
                    $"{StatementMutants.Describe(release)} before {StatementMutants.Describe(place)}",
                    [
                        .. new[]
                        {
                            new TextChange(release.Span, StatementMutants.Placeholder(release)),
                            new TextChange(new TextSpan(place.SpanStart, 0), release.ToString() + " "),
                        }
                            .OrderBy(change => change.Span.Start),
                    ]);
            }
        }
    }

    public static IEnumerable<Mutant> Removed(MutantProgram program) => Releases(program).Select(release => new Mutant(
        program,
        MutantKind.RemovedRelease,
        StatementMutants.Name(release),
        [new TextChange(release.Span, StatementMutants.Placeholder(release))]));

    private static ImmutableArray<ExpressionStatementSyntax> Releases(MutantProgram program)
    {
        var model = program.Compilation.GetSemanticModel(program.Tree);
        var contracts = new AnalyzedCompilation(
            program.Compilation, KnownTypes.Create(program.Compilation)!, TestContext.Current.CancellationToken).Contracts;
        return
        [
            .. program.Tree.GetRoot().DescendantNodes().OfType<ExpressionStatementSyntax>().Where(statement =>
                statement.Expression is InvocationExpressionSyntax call
                && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
                && contracts.Read(method) is { Releases: true }),
        ];
    }
}
