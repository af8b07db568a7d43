using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Dynptrs.Agreement.Mutations.Nodes;

namespace Dynptrs.Agreement.Mutations;

/// <summary>A number that is off, a test the other way round, an argument that is another's.</summary>
internal static class ExpressionMutations
{
    private static readonly ImmutableDictionary<SyntaxKind, string[]> Operators = new Dictionary<SyntaxKind, string[]>
    {
        [SyntaxKind.LessThanExpression] = ["<=", ">", ">=", "!="],
        [SyntaxKind.LessThanOrEqualExpression] = ["<", ">=", "=="],
        [SyntaxKind.GreaterThanExpression] = [">=", "<", "!="],
        [SyntaxKind.GreaterThanOrEqualExpression] = [">", "<=", "=="],
        [SyntaxKind.EqualsExpression] = ["!=", "<=", ">="],
        [SyntaxKind.NotEqualsExpression] = ["==", "<", ">"],
        [SyntaxKind.AddExpression] = ["-", "*", "|", "^"],
        [SyntaxKind.SubtractExpression] = ["+", "&"],
        [SyntaxKind.MultiplyExpression] = ["+", "<<", "/"],
        [SyntaxKind.DivideExpression] = ["%", ">>", "*"],
        [SyntaxKind.ModuloExpression] = ["/", "&", "|"],
        [SyntaxKind.BitwiseAndExpression] = ["|", "%", "^", "+"],
        [SyntaxKind.BitwiseOrExpression] = ["&", "+", "^"],
        [SyntaxKind.LeftShiftExpression] = [">>", "*", "+"],
        [SyntaxKind.RightShiftExpression] = ["<<", "/", "&"],
        [SyntaxKind.LogicalAndExpression] = ["||"],
        [SyntaxKind.LogicalOrExpression] = ["&&"],
    }.ToImmutableDictionary();

    public static ImmutableArray<Mutation> All { get; } =
    [
        new("number changed", ChangeNumber),
        new("number made unknown", ForgetNumber),
        new("operator changed", ChangeOperator),
        new("test inverted", Invert),
        new("half of a test deleted", DeleteHalf),
        new("variable exchanged", Exchange),
        new("arguments swapped", SwapArguments),
        new("number exchanged", ExchangeNumber),
        new("type of a number changed", ChangeType),
    ];

    private static IEnumerable<LiteralExpressionSyntax> Numbers(BlockSyntax body) => body.DescendantNodes()
        .OfType<LiteralExpressionSyntax>()
        .Where(literal => literal.IsKind(SyntaxKind.NumericLiteralExpression));

    private static Change[] ChangeNumber(BlockSyntax body, SemanticModel model, Random random)
    {
        if (Pick(Numbers(body), random) is not { Token.Value: { } value } one)
            return [];
        var number = unchecked((long)Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        var changed = random.Next(9) switch
        {
            0 or 1 => number + 1,
            2 or 3 => number - 1,
            4 => number * 2,
            5 => number / 2,
            6 => 0,
            7 => number + random.Next(1, 32),
            _ => 1L << random.Next(4, 17),
        };
        return changed < 0 ? [] : [Replace(one, changed.ToString(CultureInfo.InvariantCulture))];
    }

    private static Change[] ForgetNumber(BlockSyntax body, SemanticModel model, Random random)
    {
        if (Pick(Numbers(body), random) is not { } one || model.GetTypeInfo(one).ConvertedType is not { } type)
            return [];
        const string Unknown = "Dynptrs.KernelRandom.NextUInt32()";
        return random.Next(3) switch
        {
            0 => [Replace(one, $"({type})({Unknown})")],
            1 => [Replace(one, $"({type})({Unknown} & {(1 << random.Next(1, 9)) - 1})")],
            _ => [Replace(one, $"({type})({Unknown} % {random.Next(1, 300)})")],
        };
    }

    private static Change[] ChangeOperator(BlockSyntax body, SemanticModel model, Random random)
    {
        if (Pick(body.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(node => Operators.ContainsKey(node.Kind())), random) is not { } one)
            return [];
        var others = Operators[one.Kind()];
        return [new Change(one.OperatorToken.Span, others[random.Next(others.Length)])];
    }

    private static Change[] Invert(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(body.DescendantNodes().OfType<IfStatementSyntax>(), random) is { } one
            ? [Replace(one.Condition, $"!({one.Condition})")]
            : [];

    private static Change[] DeleteHalf(BlockSyntax body, SemanticModel model, Random random)
    {
        var tests = body.DescendantNodes().OfType<BinaryExpressionSyntax>()
            .Where(node => node.IsKind(SyntaxKind.LogicalAndExpression) || node.IsKind(SyntaxKind.LogicalOrExpression));
        return Pick(tests, random) is { } one ? [Replace(one, (random.Next(2) == 0 ? one.Left : one.Right).ToString())] : [];
    }

    /// <summary>A local or a parameter in the place of another of its type.</summary>
    private static Change[] Exchange(BlockSyntax body, SemanticModel model, Random random)
    {
        var names = body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => TypeOf(name, model) is not null).ToList();
        if (Pick(names, random) is not { } one)
            return [];
        var type = TypeOf(one, model);
        var others = model.LookupSymbols(one.SpanStart)
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol && symbol.Name != one.Identifier.Text
                && SymbolEqualityComparer.Default.Equals(type, TypeOf(symbol)))
            .ToList();
        return Pick(others, random) is { } other ? [Replace(one, other.Name)] : [];
    }

    private static Change[] ExchangeNumber(BlockSyntax body, SemanticModel model, Random random)
    {
        if (Pick(Numbers(body), random) is not { } one || model.GetTypeInfo(one).ConvertedType is not { } type)
            return [];
        var others = model.LookupSymbols(one.SpanStart)
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol && TypeOf(symbol) is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 })
            .ToList();
        return Pick(others, random) is { } other ? [Replace(one, $"({type}){other.Name}")] : [];
    }

    private static ITypeSymbol? TypeOf(IdentifierNameSyntax name, SemanticModel model) =>
        model.GetSymbolInfo(name).Symbol is { } symbol ? TypeOf(symbol) : null;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static Change[] SwapArguments(BlockSyntax body, SemanticModel model, Random random)
    {
        if (Pick(body.DescendantNodes().OfType<ArgumentListSyntax>().Where(list => list.Arguments.Count > 1), random) is not { } list)
            return [];
        var (one, other) = (random.Next(list.Arguments.Count), random.Next(list.Arguments.Count));
        return Swap(list.Arguments[one], list.Arguments[other]);
    }

    private static Change[] ChangeType(BlockSyntax body, SemanticModel model, Random random)
    {
        string[] types = ["int", "uint", "long", "ulong", "byte", "short", "ushort", "sbyte"];
        var declared = body.DescendantNodes().OfType<VariableDeclarationSyntax>()
            .Where(declaration => Array.IndexOf(types, declaration.Type.ToString()) >= 0 && declaration.Variables is [{ Initializer: not null }]);
        if (Pick(declared, random) is not { Variables: [{ Initializer.Value: var value }] } one)
            return [];
        var type = types[random.Next(types.Length)];
        return [Replace(one.Type, type), Replace(value, $"({type})({value})")];
    }
}
