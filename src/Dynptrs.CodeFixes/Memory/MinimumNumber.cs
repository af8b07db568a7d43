using System.Globalization;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>The least that a length may be: of a number in what it counts, of a span in its elements.</summary>
/// <param name="Least">The least.</param>
/// <param name="IsSpan">Whether it is the length of a span, which is given as it is.</param>
internal sealed record MinimumNumber(long Least, bool IsSpan)
{
    /// <summary>Reads what an expression is at its place.</summary>
    /// <param name="context">The code.</param>
    /// <param name="expression">The number, as <see cref="VaryingNumber"/> finds it, or what is given to the call.</param>
    /// <param name="minimum">What the call asks for: bytes of memory, or the number itself.</param>
    public static MinimumNumber? TryCreate(FixContext context, ExpressionSyntax expression, long minimum)
    {
        if (VaryingNumber.FindMemory(context, expression) is var (_, element, isLength))
            return isLength ? Count(context.Lower(element), minimum, isSpan: false) : null;
        return context.Model.GetTypeInfo(expression).Type is not { } type ? null : context.Lower(type) switch
        {
            ScalarType => new MinimumNumber(minimum, IsSpan: false),
            PointerType { Element: var memory } when type is INamedTypeSymbol => Count(memory, minimum, isSpan: true),
            _ => null,
        };
    }

    /// <summary>The condition under which there is too little, as text.</summary>
    /// <param name="name">What is tested.</param>
    public string GetCondition(string name) => $"{name}{(IsSpan ? ".Length" : "")} < {Least.ToString(CultureInfo.InvariantCulture)}";

    private static MinimumNumber? Count(IrType element, long minimum, bool isSpan) =>
        element.Size is > 0 and var stride ? new MinimumNumber((minimum + stride - 1) / stride, isSpan) : null;
}
