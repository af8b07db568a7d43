using System.Linq;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>Finds the number that decides where an access to memory lies, or how far it reaches, where it may vary.</summary>
internal static class VaryingNumber
{
    /// <summary>The index, or the length that is asked for, of the access that a diagnostic is about.</summary>
    public static ExpressionSyntax? Find(FixContext context, Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree != context.Root.SyntaxTree)
            return null;
        var node = context.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var number = node.DescendantNodesAndSelf()
            .Select(candidate => FindIn(context, candidate))
            .FirstOrDefault(found => found is not null)
            ?? FindBeside(context, node);
        return number is null || context.Model.GetConstantValue(number, context.CancellationToken).HasValue ? null : number;
    }

    /// <summary>The memory that a number goes with, the type of what the number counts, and whether it counts how many.</summary>
    public static (ExpressionSyntax Memory, ITypeSymbol Element, bool IsLength)? FindMemory(FixContext context, ExpressionSyntax number)
    {
        switch (number.Parent)
        {
            case RangeExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: ElementAccessExpressionSyntax access } }:
                return GetElement(context, access.Expression) is { } part ? (access.Expression, part, true) : null;
            case ArgumentSyntax { Parent.Parent: ElementAccessExpressionSyntax access }:
                return context.Model.GetTypeInfo(access).Type is { } element ? (access.Expression, element, false) : null;
            case ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var memory } } call,
            } when IsSlice(context, call):
                return GetElement(context, memory) is { } sliced ? (memory, sliced, true) : null;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
                when ContractArguments.Read(context, call) is { } arguments:
                return arguments.FindBuffer(argument) is { } buffer && GetElement(context, buffer) is { } counted
                    ? (buffer, counted, true)
                    : null;
            default:
                return null;
        }
    }

    private static ExpressionSyntax? FindIn(FixContext context, SyntaxNode node)
    {
        switch (node)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax range }] }:
                return range is { LeftOperand: null, RightOperand: { } end } && !end.IsKind(SyntaxKind.IndexExpression) ? end : null;
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] }:
                return index.IsKind(SyntaxKind.IndexExpression) || context.Model.GetConstantValue(index).HasValue ? null : index;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var start, var length] } call when IsSlice(context, call):
                return context.Model.GetConstantValue(start.Expression) is { HasValue: true, Value: 0 } ? length.Expression : null;
            default:
                return null;
        }
    }

    /// <summary>The length that a call takes beside a buffer.</summary>
    private static ExpressionSyntax? FindBeside(FixContext context, SyntaxNode buffer) =>
        buffer.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax call } argument
        && ContractArguments.Read(context, call) is { } arguments
            ? arguments.FindLength(argument)?.Expression
            : null;

    private static bool IsSlice(FixContext context, InvocationExpressionSyntax call) =>
        context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method
        && context.FindIntrinsic(method) == Intrinsic.Slice;

    private static ITypeSymbol? GetElement(FixContext context, ExpressionSyntax memory) => context.Model.GetTypeInfo(memory).Type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };
}
