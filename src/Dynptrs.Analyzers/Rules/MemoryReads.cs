using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
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
        text.Finding.Site.Source is SyntaxNode node
        && node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && Reason(text, node, member) is { } reason
            ? $"{reason}; copy it into a local variable, and test that"
            : otherwise;

    private static string? Reason(FindingText text, SyntaxNode access, MemberDeclarationSyntax member)
    {
        var numbers = Numbers(access).ToList();
        if (IsOfAnyNumber(text.Finding)
            && numbers.Select(number => Given(text, number, member)).FirstOrDefault(why => why is not null) is { } given)
        {
            return given;
        }

        return numbers.Find(number => IsInMemory(number, member) && IsTested(number, member) && MayChange(text, number)) is { } read
            ? $"{FindingText.Quote(read.ToString())} was tested, but is read from memory again here, and may be another number by then"
            : null;
    }

    /// <summary>Whether nothing at all is known of the number.</summary>
    private static bool IsOfAnyNumber(Finding finding) => finding switch
    {
        Unbounded => true,
        OutOfBounds { Access: { IsCertain: false, First: < 0 } access } => access.Last > access.Limit - access.Size,
        _ => false,
    };

    /// <summary>Why a number whose address is given to a call, or behind an address that is given to the method, is not known.</summary>
    private static string? Given(FindingText text, ExpressionSyntax number, MemberDeclarationSyntax member)
    {
        var (name, quoted) = (RootOf(number), FindingText.Quote(number.ToString()));
        if (name.Length == 0)
            return null;
        var isOwn = !member.DescendantNodes().Any(node => Declares(node, name));
        if (!isOwn && ((AccessFinding)text.Finding).Given.FirstOrDefault(given => given.Variable == name) is { } call)
        {
            var callee = FindingText.Quote(call.Callee);
            return IsTested(number, member)
                ? $"{quoted} was tested, but {callee} is given its address on {text.Line(call.Site)}, "
                    + "so that it is read from memory again here, and may be another number by then"
                : $"{callee} is given the address of {FindingText.Quote(name)} on {text.Line(call.Site)}, "
                    + "and what it leaves there may be any number";
        }

        var isBehindAddress = isOwn
            ? IsFieldOfStruct(name, member)
            : member.DescendantNodes().Any(node => node is ParameterSyntax && Declares(node, name) && IsRef(node));
        return isBehindAddress && !IsTested(number, member)
            ? $"{quoted} is read from memory, at the address that this method is given, "
                + "and may be any number, whatever its caller has tested"
            : null;
    }

    /// <summary>Whether a method of a struct, which is given the address of that, has a field of its own of a name.</summary>
    private static bool IsFieldOfStruct(string name, MemberDeclarationSyntax member) =>
        !member.Modifiers.Any(SyntaxKind.StaticKeyword)
        && member.Parent is TypeDeclarationSyntax type
        && type.Kind() is SyntaxKind.StructDeclaration or SyntaxKind.RecordStructDeclaration
        && type.Members.OfType<FieldDeclarationSyntax>().Any(
            field => !field.Modifiers.Any(SyntaxKind.StaticKeyword)
                && !field.Modifiers.Any(SyntaxKind.ConstKeyword)
                && field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name));

    /// <summary>The variable of which a number is, or is a field; or empty.</summary>
    private static string RootOf(ExpressionSyntax number) => number switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Expression: var whole } => RootOf(whole),
        _ => "",
    };

    /// <summary>What a condition compares that is read from memory whenever it is tested, or <see langword="null"/>.</summary>
    /// <param name="text">The finding.</param>
    /// <param name="condition">The condition.</param>
    public static ExpressionSyntax? InCondition(FindingText text, SyntaxNode condition) =>
        condition is BinaryExpressionSyntax { Left: var left, Right: var right }
        && condition.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            ? new[] { Strip(left), Strip(right) }.FirstOrDefault(
                side => IsInMemory(side, member) && !HasChangingIndex(side) && MayChange(text, side))
            : null;

    /// <summary>The pointer through which an access goes, where that is compared with another; or <see langword="null"/>.</summary>
    public static IdentifierNameSyntax? ComparedPointer(FindingText text) =>
        text.Finding.Site.Source is ExpressionSyntax site
        && AccessText.Place(site) is PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax pointer } place
        && place.IsKind(SyntaxKind.PointerIndirectionExpression)
        && site.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<BinaryExpressionSyntax>().Any(test => IsTestOf(test, pointer))
            ? pointer
            : null;

    private static bool IsTestOf(BinaryExpressionSyntax test, IdentifierNameSyntax pointer) =>
        (IsComparison(test) || test.IsKind(SyntaxKind.NotEqualsExpression))
        && !test.Right.IsKind(SyntaxKind.NullLiteralExpression)
        && (SyntaxFactory.AreEquivalent(test.Left, pointer) || SyntaxFactory.AreEquivalent(test.Right, pointer));

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

    /// <summary>The numbers that decide where an access lies, or how large it is. The element that is reached is none of them.</summary>
    private static IEnumerable<ExpressionSyntax> Numbers(SyntaxNode access)
    {
        var parts = access.DescendantNodes().OfType<ArgumentSyntax>().Select(argument => argument.Expression);
        if (access is ExpressionSyntax expression && AccessText.Place(expression) is not ElementAccessExpressionSyntax)
            parts = parts.Append(Strip(expression) is PrefixUnaryExpressionSyntax { Operand: var pointer } ? pointer : expression);
        return parts.SelectMany(Numbers);
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
