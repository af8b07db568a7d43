using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>Bits of an <c>int</c> that a shift sets, the highest of which is its sign.</summary>
internal static class SignBits
{
    /// <summary>The shift of which an index of an access is made, or <see langword="null"/>.</summary>
    public static ExpressionSyntax? Find(SyntaxNode access)
    {
        var indices = access.DescendantNodes().OfType<ArgumentSyntax>().ToList();
        var names = indices.SelectMany(index => index.DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText);
        var function = access.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return indices.Select(Shift).Concat(names.Select(name => function is null ? null : ShiftIn(function, name)))
            .FirstOrDefault(shift => shift is not null);
    }

    /// <summary>The shift in what a variable is given.</summary>
    private static ExpressionSyntax? ShiftIn(SyntaxNode function, string name) => function.DescendantNodes()
        .Select(node => node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } variable when variable.Identifier.ValueText == name => Shift(value),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable, Right: var value }
                when variable.Identifier.ValueText == name => Shift(value),
            _ => null,
        })
        .FirstOrDefault(shift => shift is not null);

    private static ExpressionSyntax? Shift(SyntaxNode value) => value.DescendantNodesAndSelf()
        .OfType<BinaryExpressionSyntax>()
        .FirstOrDefault(part => part.IsKind(SyntaxKind.LeftShiftExpression)
            && part.Left is LiteralExpressionSyntax { Token.Value: int }
            && part.Right is not LiteralExpressionSyntax);
}
