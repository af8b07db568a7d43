using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Agreement.Comparing;
using Dynptrs.Agreement.Kernels;
using Dynptrs.Agreement.Mutations;
using Dynptrs.Agreement.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Agreement.Shrinking;

/// <summary>
/// Leaves out of programs what is not needed for the verdicts to differ in the same way. All programs are made smaller at once, so that the
/// kernel is asked seldom.
/// </summary>
internal sealed class Shrinker(JudgingKernel kernel)
{
    private const int MostSteps = 6;

    /// <summary>The programs as small as they become.</summary>
    public ImmutableArray<Comparison> Shrink(ImmutableArray<Comparison> comparisons)
    {
        var smallest = comparisons.ToArray();
        var pending = Enumerable.Range(0, smallest.Length).ToList();
        for (var step = 0; step < MostSteps && pending.Count > 0; step++)
        {
            // First each statement for itself, then as many together as can be.
            var single = Ask(pending.ConvertAll(i => (smallest[i], Cuts(smallest[i].Program).Select(cut => ImmutableArray.Create(cut)))));
            var joint = Ask(pending.ConvertAll(i => (smallest[i], Together(single[pending.IndexOf(i)]))));
            var left = new List<int>();
            foreach (var (i, found) in pending.Zip(joint))
            {
                if (found.Count == 0)
                    continue;
                smallest[i] = found.MinBy(made => made.Comparison.Program.Text.Length).Comparison;
                left.Add(i);
            }

            pending = left;
        }

        return [.. kernel.AskLiterally([.. smallest]).Select((made, i) => made.Outcome == comparisons[i].Outcome ? made : comparisons[i])];
    }

    /// <summary>Those of the smaller programs whose verdicts still differ in the same way.</summary>
    private List<List<(ImmutableArray<Change> Cuts, Comparison Comparison)>> Ask(
        List<(Comparison From, IEnumerable<ImmutableArray<Change>> Cuts)> wanted)
    {
        var made = wanted.SelectMany((from, i) => from.Cuts.Select(cuts => (Index: i, Cuts: cuts))).AsParallel().AsOrdered()
            .Select(one => (one.Index, one.Cuts, Program: Apply(wanted[one.Index].From.Program, one.Cuts)!))
            .Where(one => one.Program is not null && one.Program.IsAcceptedHere == wanted[one.Index].From.Program.IsAcceptedHere)
            .ToList();
        var answers = made.Zip(kernel.Compare([.. made.Select(one => one.Program)]))
            .Where(answer => answer.Second.Cause == wanted[answer.First.Index].From.Cause)
            .ToLookup(answer => answer.First.Index, answer => (answer.First.Cuts, answer.Second));
        return [.. wanted.Select((_, i) => answers[i].ToList())];
    }

    private static IEnumerable<ImmutableArray<Change>> Together(List<(ImmutableArray<Change> Cuts, Comparison Comparison)> single)
    {
        var joint = ImmutableArray<Change>.Empty;
        foreach (var (cuts, _) in single.OrderBy(one => one.Comparison.Program.Text.Length))
        {
            if (joint.Any(cut => cut.Span.IntersectsWith(cuts[0].Span)))
                continue;
            joint = joint.AddRange(cuts);
            yield return joint;
        }
    }

    private static IEnumerable<Change> Cuts(ChangedProgram program)
    {
        foreach (var method in Mutator.Methods(program.Tree.GetRoot()))
        {
            if (method.Body is not { } body || !AskedSet.BelongsTo(method.Identifier.Text, program.Name))
                continue;
            foreach (var statement in Nodes.Statements(body))
            {
                yield return Nodes.Delete(statement);
                if (statement is IfStatementSyntax { Else: { } other })
                    yield return Nodes.Delete(other);
                if (Inside(statement) is { } inside)
                    yield return Nodes.Replace(statement, inside.ToString());
            }
        }
    }

    private static StatementSyntax? Inside(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax branch => branch.Statement,
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        _ => null,
    };

    private static ChangedProgram? Apply(ChangedProgram program, ImmutableArray<Change> cuts)
    {
        var changes = cuts.Select(cut => new TextChange(cut.Span, cut.Text)).OrderBy(change => change.Span.Start);
        var tree = program.Tree.WithChangedText(program.Tree.GetText().WithChanges(changes));
        var compilation = program.Compilation.ReplaceSyntaxTree(program.Tree, tree);
        var model = compilation.GetSemanticModel(tree);
        var methods = Mutator.Methods(tree.GetRoot())
            .Where(method => AskedSet.BelongsTo(method.Identifier.Text, program.Name))
            .ToList();
        if (methods.Exists(method => HasErrors(method, model)))
            return null;
        var main = methods.Single(method => method.Identifier.Text == program.Name);
        return new ProgramReader(compilation, program.Origin).Read(model.GetDeclaredSymbol(main)!, program.Changes);
    }

    private static bool HasErrors(MethodDeclarationSyntax method, SemanticModel model) =>
        model.GetDiagnostics(method.Span).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
