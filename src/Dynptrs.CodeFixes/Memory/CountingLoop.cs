using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>A <c>for</c> loop whose counter is an index.</summary>
internal sealed class CountingLoop
{
    private readonly FixContext _context;
    private readonly BinaryExpressionSyntax _condition;

    private CountingLoop(FixContext context, BinaryExpressionSyntax condition)
    {
        _context = context;
        _condition = condition;
    }

    /// <summary>The loop around an index that counts it up to something.</summary>
    public static CountingLoop? Find(FixContext context, BoundedNumber number)
    {
        var index = NumberMask.WithoutCasts(context, number.Expression);
        if (!number.IsIndex || context.Model.GetSymbolInfo(index).Symbol is not ILocalSymbol counter)
            return null;
        return index.Ancestors().OfType<ForStatementSyntax>()
            .Where(loop => loop.Declaration?.Variables.Any(variable =>
                SymbolEqualityComparer.Default.Equals(context.Model.GetDeclaredSymbol(variable), counter)) == true)
            .Select(loop => loop.Condition is BinaryExpressionSyntax condition
                && condition.Kind()
                    is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.NotEqualsExpression
                && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(condition.Left).Symbol, counter)
                    ? new CountingLoop(context, condition)
                    : null)
            .FirstOrDefault();
    }

    /// <summary>The loop with a condition that ends it in time; what it ended for before is kept unless that was a constant.</summary>
    public IEnumerable<(string Condition, FixContext After)> Bound(BoundedNumber number)
    {
        var counter = _condition.Left.WithoutTrivia().ToString();
        var isConstant = _context.Model.GetConstantValue(_condition.Right).HasValue
            || number.GetBounds().Any(bound => bound.Text == _condition.Right.WithoutTrivia().ToString());
        var type = _context.Model.GetTypeInfo(_condition.Left).Type!;
        foreach (var (bound, isLiteral) in number.GetBounds())
        {
            var cast = isLiteral
                || type.SpecialType is not (SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr)
                    ? ""
                    : $"({type.ToDisplayString()})";
            var condition = $"{(isConstant ? "" : _condition.WithoutTrivia() + " && ")}{counter} < {cast}{bound}";
            var changed = SyntaxFactory.ParseExpression(condition)
                .WithTriviaFrom(_condition)
                .WithAdditionalAnnotations(new SyntaxAnnotation(StatementEditor.InsertedKind));
            yield return (condition, _context.With(_context.Root.ReplaceNode(_condition, changed)));
        }
    }
}
