using System.Globalization;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>Masks an index where the number of elements is a power of two.</summary>
internal static class NumberMask
{
    /// <summary>The mask, and the code with it; <see langword="null"/> where no mask keeps all indices that lie inside.</summary>
    public static (string Mask, FixContext After)? Apply(FixContext context, BoundedNumber number)
    {
        if (!number.IsIndex || number.Count < 2 || (number.Count & (number.Count - 1)) != 0)
            return null;
        var mask = (number.Count - 1).ToString(CultureInfo.InvariantCulture);
        var index = number.Expression.WithoutTrivia();
        var operand = index is BinaryExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(index)
            : index;
        var masked = SyntaxFactory.ParseExpression($"{operand} & {mask}")
            .WithTriviaFrom(number.Expression)
            .WithAdditionalAnnotations(new SyntaxAnnotation(StatementEditor.InsertedKind));
        return (mask, context.With(context.Root.ReplaceNode(number.Expression, masked)));
    }

    /// <summary>The integer variable behind conversions, or the expression itself.</summary>
    public static ExpressionSyntax WithoutCasts(FixContext context, ExpressionSyntax expression)
    {
        var inner = expression;
        while (inner is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            inner = inner is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)inner).Expression;
        return context.Model.GetSymbolInfo(inner).Symbol is ILocalSymbol or IParameterSymbol
            && context.Model.GetTypeInfo(inner).Type is { TypeKind: not TypeKind.Enum } type
            && context.Lower(type) is ScalarType { Name: not "bool" }
                ? inner
                : expression;
    }
}
