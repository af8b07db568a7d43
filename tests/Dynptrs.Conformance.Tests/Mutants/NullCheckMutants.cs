using System.Collections.Generic;
using System.Linq;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>Programs that use what may be null without the check that they had.</summary>
internal static class NullCheckMutants
{
    public static IEnumerable<Mutant> Of(MutantProgram program)
    {
        var model = program.Compilation.GetSemanticModel(program.Tree);
        var contracts = new AnalyzedCompilation(
            program.Compilation, KnownTypes.Create(program.Compilation)!, TestContext.Current.CancellationToken).Contracts;
        foreach (var check in program.Tree.GetRoot().DescendantNodes().OfType<IfStatementSyntax>())
        {
            if (model.GetOperation(check.Condition) is not { } condition || Test(condition, contracts) is not var (name, isTrueForNull))
                continue;
            // What is done where it is not null.
            var guarded = isTrueForNull ? check.Else?.Statement : check.Statement;
            var uses = guarded is null ? Following(check) : [guarded];
            if (uses.Any(use => Mentions(use, name)))
            {
                yield return new Mutant(
                    program,
                    MutantKind.RemovedNullCheck,
                    StatementMutants.Name(check),
                    [new TextChange(check.Span, guarded?.ToString() ?? "")]);
            }
        }
    }

    /// <summary>The variable that a condition compares with null, and whether it holds for null.</summary>
    private static (string Name, bool IsTrueForNull)? Test(IOperation condition, ContractReader contracts) => condition switch
    {
        IParenthesizedOperation parenthesized => Test(parenthesized.Operand, contracts),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not =>
            Test(not.Operand, contracts) is var (name, isTrueForNull) ? (name, !isTrueForNull) : null,
        IConversionOperation { OperatorMethod: { } method } conversion when contracts.Read(method)?.Return.NullTest is { } whenNull =>
            Named(conversion.Operand, whenNull),
        IPropertyReferenceOperation { Property.GetMethod: { } getter, Instance: { } instance }
            when contracts.Read(getter)?.Return.NullTest is { } whenNull =>
            Named(instance, whenNull),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } pattern =>
            Named(pattern.Value, true),
        IIsPatternOperation
        {
            Pattern: INegatedPatternOperation
            {
                Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } },
            },
        } pattern => Named(pattern.Value, false),
        _ => null,
    };

    private static (string Name, bool IsTrueForNull)? Named(IOperation value, bool isTrueForNull) => value switch
    {
        ILocalReferenceOperation local => (local.Local.Name, isTrueForNull),
        IParameterReferenceOperation parameter => (parameter.Parameter.Name, isTrueForNull),
        _ => null,
    };

    private static IEnumerable<SyntaxNode> Following(IfStatementSyntax check) =>
        check.Ancestors().OfType<BaseMethodDeclarationSyntax>().First().DescendantNodes().OfType<StatementSyntax>()
            .Where(statement => statement.SpanStart > check.Span.End);

    private static bool Mentions(SyntaxNode node, string name) =>
        node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
