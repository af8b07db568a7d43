using System.Collections.Generic;
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
            ? $"{FindingText.Quote(number.ToString())} was tested, but is read from memory again here, and may be another number by then; "
                + "copy it into a local variable, and test that"
            : otherwise;

    /// <summary>What a condition compares that is read from memory whenever it is tested, or <see langword="null"/>.</summary>
    /// <param name="text">The finding.</param>
    /// <param name="condition">The condition.</param>
    public static ExpressionSyntax? InCondition(FindingText text, SyntaxNode condition) =>
        condition is BinaryExpressionSyntax { Left: var left, Right: var right }
        && condition.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            ? new[] { Strip(left), Strip(right) }.FirstOrDefault(
                side => IsInMemory(side, member) && !HasChangingIndex(side) && MayChange(text, side))
            : null;

    /// <summary>Whether it is another element in every round.</summary>
    private static bool HasChangingIndex(ExpressionSyntax number) =>
        number is ElementAccessExpressionSyntax { ArgumentList.Arguments: var indices }
        && indices.Any(index => index.Expression is not LiteralExpressionSyntax);

    /// <summary>Whether a number may be another when it is read again: what is set before the program is loaded is the same.</summary>
    private static bool MayChange(FindingText text, ExpressionSyntax number)
    {
        var name = NameOf(number);
        return !text.Finding.LoadTimeConstants.Any(variable => variable.Name == name);
    }

    private static string NameOf(ExpressionSyntax number) => number switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } => member,
        IdentifierNameSyntax { Identifier.ValueText: var member } => member,
        ElementAccessExpressionSyntax { Expression: var whole } => NameOf(whole),
        _ => "",
    };

    private static ExpressionSyntax? Find(SyntaxNode access)
    {
        if (access.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;
        var parts = access.DescendantNodes().OfType<ArgumentSyntax>().Select(argument => argument.Expression);
        if (access is ExpressionSyntax expression)
            parts = parts.Append(Strip(expression) is PrefixUnaryExpressionSyntax { Operand: var pointer } ? pointer : expression);
        return parts.SelectMany(Numbers).FirstOrDefault(number => IsInMemory(number, member) && IsTested(number, member));
    }

    /// <summary>The numbers of which an index, a length, a range or an address is computed.</summary>
    private static IEnumerable<ExpressionSyntax> Numbers(ExpressionSyntax expression) => Strip(expression) switch
    {
        RangeExpressionSyntax range => new[] { range.LeftOperand, range.RightOperand }.OfType<ExpressionSyntax>().SelectMany(Numbers),
        BinaryExpressionSyntax { Left: var left, Right: var right } => Numbers(left).Concat(Numbers(right)),
        PrefixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.PointerIndirectionExpression, Operand: var operand } => Numbers(operand),
        var number => [number],
    };

    private static ExpressionSyntax Strip(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Strip(inner),
        CastExpressionSyntax { Expression: var inner } => Strip(inner),
        CheckedExpressionSyntax { Expression: var inner } => Strip(inner),
        _ => expression,
    };

    /// <summary>Whether an expression reads memory, and not a variable of the method.</summary>
    private static bool IsInMemory(ExpressionSyntax expression, MemberDeclarationSyntax member) => expression switch
    {
        MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => true,
        PrefixUnaryExpressionSyntax => expression.IsKind(SyntaxKind.PointerIndirectionExpression),
        IdentifierNameSyntax { Identifier.ValueText: var name } =>
            member.DescendantNodes().FirstOrDefault(node => Declares(node, name)) is not { } declaration || IsRef(declaration),
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

    /// <summary>Whether a variable is another name for a place that may be in memory.</summary>
    private static bool IsRef(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: RefTypeSyntax } } => true,
        ParameterSyntax { Modifiers: var modifiers } => modifiers.Any(SyntaxKind.RefKeyword) || modifiers.Any(SyntaxKind.InKeyword),
        _ => false,
    };

    /// <summary>Whether a number is compared with a bound before it is read.</summary>
    private static bool IsTested(ExpressionSyntax number, MemberDeclarationSyntax member) =>
        member.DescendantNodes()
            .TakeWhile(node => node.SpanStart < number.SpanStart)
            .SelectMany(Tested)
            .SelectMany(Numbers)
            .Any(tested => SyntaxFactory.AreEquivalent(tested, number));

    /// <summary>What a node compares with bounds.</summary>
    private static IEnumerable<ExpressionSyntax> Tested(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { Left: var left, Right: var right } when IsComparison(node) => [left, right],
        IsPatternExpressionSyntax { Expression: var tested } when HasBound(node) => [tested],
        SwitchStatementSyntax { Expression: var tested } when HasBound(node) => [tested],
        SwitchExpressionSyntax { GoverningExpression: var tested } when HasBound(node) => [tested],
        _ => [],
    };

    private static bool IsComparison(SyntaxNode node) => node.Kind()
        is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
        or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static bool HasBound(SyntaxNode test) => test.DescendantNodes().Any(node => node is RelationalPatternSyntax);
}
