using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>The number in the source that says how large memory is: of an array, or of a slice.</summary>
internal static class MemorySize
{
    /// <summary>The most that a program has for its variables: the kernel's <c>MAX_BPF_STACK</c>.</summary>
    private const long MaxStack = 512;

    /// <summary>
    /// The literal that decides how large the memory is that an expression makes, or <see langword="null"/> where none does.
    /// </summary>
    public static LiteralExpressionSyntax? Find(FixContext context, SyntaxNode memory) => memory switch
    {
        StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax type } => FindInRank(context, type),
        ArrayCreationExpressionSyntax { Initializer: null, Type: var type } => FindInRank(context, type),
        InvocationExpressionSyntax call => FindConstantSize(context, call) is { } size ? FindLiteral(context, size.Expression) : null,
        _ => null,
    };

    /// <summary>The argument of a call that is the constant size of what it returns.</summary>
    public static ArgumentSyntax? FindConstantSize(FixContext context, InvocationExpressionSyntax call) =>
        ContractArguments.Read(context, call) is { } arguments
            ? call.ArgumentList.Arguments.FirstOrDefault(argument => arguments.Find(argument)?.IsConstantSize == true)
            : null;

    /// <summary>The literal behind a constant expression.</summary>
    public static LiteralExpressionSyntax? FindLiteral(FixContext context, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return literal;
            case CastExpressionSyntax { Expression: var inner }:
                return FindLiteral(context, inner);
            case IdentifierNameSyntax when context.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol { IsConst: true } local:
                return local.DeclaringSyntaxReferences is [var reference]
                    && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
                        ? FindLiteral(context, value)
                        : null;
            default:
                return null;
        }
    }

    /// <summary>How many bytes an array has whose length is a constant.</summary>
    public static long? GetBytes(FixContext context, SyntaxNode memory)
    {
        var type = memory switch
        {
            StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax array } => array,
            ArrayCreationExpressionSyntax { Initializer: null, Type: var array } => array,
            _ => null,
        };
        return type?.RankSpecifiers is [{ Sizes: [var length] }]
            && context.Model.GetConstantValue(length) is { HasValue: true, Value: int count }
            && context.Model.GetTypeInfo(type.ElementType).Type is { } element
            && context.Lower(element).Size is > 0 and var stride
                ? count * (long)stride
                : null;
    }

    /// <summary>
    /// What a number is to be where the memory must have a number of bytes; <see langword="null"/> where it cannot have as many.
    /// </summary>
    public static string? GetText(FixContext context, SyntaxNode memory, long bytes)
    {
        var element = memory switch
        {
            StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax type } when bytes <= MaxStack => type.ElementType,
            ArrayCreationExpressionSyntax { Type: var type } => type.ElementType,
            _ => null,
        };
        if (element is null && memory is not InvocationExpressionSyntax)
            return null;
        var stride = element is not null && context.Model.GetTypeInfo(element).Type is { } symbol ? context.Lower(symbol).Size : 1;
        return stride <= 0 ? null : ((bytes + stride - 1) / stride).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The expression that made the memory of a variable, where that is its only value.</summary>
    public static SyntaxNode? FindOrigin(FixContext context, ExpressionSyntax variable) =>
        context.Model.GetSymbolInfo(variable).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? value
            : null;

    /// <summary>Changes numbers, which keep what tracks them.</summary>
    public static FixContext Replace(FixContext context, IReadOnlyDictionary<LiteralExpressionSyntax, string> numbers) =>
        context.With(context.Root.ReplaceNodes(numbers.Keys, (literal, _) => literal.CopyAnnotationsTo(
            SyntaxFactory.ParseExpression(numbers[literal])
                .WithTriviaFrom(literal)
                .WithAdditionalAnnotations(new SyntaxAnnotation(StatementEditor.InsertedKind)))!));

    private static LiteralExpressionSyntax? FindInRank(FixContext context, ArrayTypeSyntax type) =>
        type.RankSpecifiers is [{ Sizes: [var size] }] ? FindLiteral(context, size) : null;
}
