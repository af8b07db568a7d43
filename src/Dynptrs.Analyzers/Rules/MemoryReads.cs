using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>Numbers that are read from memory anew: what was learned of one does not hold for the next.</summary>
internal static class MemoryReads
{
    /// <summary>What to do about a number: keep it where it was tested, if that is what is wrong.</summary>
    /// <param name="text">The finding.</param>
    /// <param name="otherwise">What to do else.</param>
    public static string Advice(FindingText text, string otherwise) =>
        text.Finding.Site.Source is SyntaxNode node && Find(node) is { } number && MayChange(text, number)
            ? $"{FindingText.Quote(number.ToString())} was tested, but is read again here, and may have changed; keep it in a local variable"
            : otherwise;

    /// <summary>What a condition compares that is read from memory whenever it is tested, or <see langword="null"/>.</summary>
    /// <param name="text">The finding.</param>
    /// <param name="condition">The condition.</param>
    public static ExpressionSyntax? InCondition(FindingText text, SyntaxNode condition) =>
        condition is BinaryExpressionSyntax { Left: var left, Right: var right }
        && condition.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            ? new[] { Strip(left), Strip(right) }.FirstOrDefault(side => IsInMemory(side, member) && MayChange(text, side))
            : null;

    /// <summary>Whether a number may be another when it is read again: what is set before the program is loaded is the same.</summary>
    private static bool MayChange(FindingText text, ExpressionSyntax number)
    {
        var name = number switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } => member,
            IdentifierNameSyntax { Identifier.ValueText: var member } => member,
            _ => "",
        };
        return !text.Finding.LoadTimeConstants.Any(variable => variable.Name == name);
    }

    private static ExpressionSyntax? Find(SyntaxNode access)
    {
        if (access.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;
        foreach (var part in access.DescendantNodesAndSelf())
        {
            if (part is ArgumentSyntax { Expression: var argument }
                && Numbers(argument).FirstOrDefault(number => IsInMemory(number, member) && IsTested(number, member)) is { } found)
            {
                return found;
            }
        }

        return access is ExpressionSyntax expression && IsInMemory(Strip(expression), member) && IsTested(Strip(expression), member)
            ? Strip(expression)
            : null;
    }

    /// <summary>The numbers that an index or a range is made of, without what converts them.</summary>
    private static ExpressionSyntax[] Numbers(ExpressionSyntax argument) => Strip(argument) switch
    {
        RangeExpressionSyntax range => [.. new[] { range.LeftOperand, range.RightOperand }.OfType<ExpressionSyntax>().Select(Strip)],
        var number => [number],
    };

    private static ExpressionSyntax Strip(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Strip(inner),
        CastExpressionSyntax { Expression: var inner } => Strip(inner),
        CheckedExpressionSyntax { Expression: var inner } => Strip(inner),
        _ => expression,
    };

    /// <summary>Whether an expression reads a field, and not a variable of the method.</summary>
    private static bool IsInMemory(ExpressionSyntax expression, MemberDeclarationSyntax member) => expression switch
    {
        MemberAccessExpressionSyntax => true,
        IdentifierNameSyntax { Identifier.ValueText: var name } => !member.DescendantNodes().Any(node => Declares(node, name)),
        _ => false,
    };

    private static bool Declares(SyntaxNode node, string name) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        _ => false,
    };

    /// <summary>Whether a number is compared with a bound before it is read.</summary>
    private static bool IsTested(ExpressionSyntax number, MemberDeclarationSyntax member)
    {
        foreach (var node in member.DescendantNodes())
        {
            if (node.SpanStart >= number.SpanStart)
                break;
            if (node.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                    or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
                && node is BinaryExpressionSyntax { Left: var left, Right: var right }
                && (SyntaxFactory.AreEquivalent(Strip(left), number) || SyntaxFactory.AreEquivalent(Strip(right), number)))
            {
                return true;
            }
        }

        return false;
    }
}
