using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>Programs with another argument, or another number.</summary>
internal static class OperandMutants
{
    public static IEnumerable<Mutant> Of(MutantProgram program) => Arguments(program).Concat(Constants(program));

    private static IEnumerable<Mutant> Arguments(MutantProgram program)
    {
        var model = program.Compilation.GetSemanticModel(program.Tree);
        foreach (var argument in program.Tree.GetRoot().DescendantNodes().OfType<ArgumentSyntax>())
        {
            if (argument.Expression is not IdentifierNameSyntax name || Type(model.GetSymbolInfo(name).Symbol) is not { } type)
                continue;
            foreach (var other in model
                .LookupSymbols(argument.SpanStart)
                .Where(symbol => symbol.Name != name.Identifier.ValueText)
                .OrderBy(symbol => symbol.Name, System.StringComparer.Ordinal))
            {
                if (SymbolEqualityComparer.Default.Equals(Type(other), type))
                {
                    yield return new Mutant(
                        program,
                        MutantKind.ChangedArgument,
                        $"`{other.Name}` in {StatementMutants.Describe(argument.Parent!.Parent!)}",
                        [new TextChange(name.Span, other.Name)]);
                }
            }
        }
    }

    private static IEnumerable<Mutant> Constants(MutantProgram program)
    {
        foreach (var literal in program.Tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.NumericLiteralExpression)))
        {
            if (literal.Token.Value is not int value)
                continue;
            foreach (var other in new[] { 0, value - 1, value + 1, int.MaxValue }.Where(other => other != value).Distinct())
            {
                yield return new Mutant(
                    program,
                    MutantKind.ChangedConstant,
                    $"{value} to {other} in {StatementMutants.Describe(literal.Parent!)}",
                    [new TextChange(literal.Span, $"{other}")]);
            }
        }
    }

    private static ITypeSymbol? Type(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsStatic: true } field => field.Type,
        _ => null,
    };
}
