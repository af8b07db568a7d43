using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>A number that must stay below a bound: an index into memory, or how much of the memory is asked for.</summary>
internal sealed class BoundedNumber
{
    private readonly FixContext _context;
    private readonly ExpressionSyntax? _memory;
    private readonly bool _isLength;

    private BoundedNumber(FixContext context, ExpressionSyntax expression, ExpressionSyntax? memory, bool isLength, long count)
    {
        _context = context;
        _memory = memory;
        _isLength = isLength;
        Expression = expression;
        Count = count;
    }

    /// <summary>The number.</summary>
    public ExpressionSyntax Expression { get; }

    /// <summary>How many elements of the memory may be reached.</summary>
    public long Count { get; }

    /// <summary>Whether the number is an index, which may not reach the bound, not a length, which may.</summary>
    public bool IsIndex => !_isLength;

    /// <summary>Reads what a number is at its place.</summary>
    /// <param name="context">The code.</param>
    /// <param name="number">The number, as <see cref="VaryingNumber"/> finds it.</param>
    /// <param name="room">How many bytes may be reached.</param>
    public static BoundedNumber? TryCreate(FixContext context, ExpressionSyntax number, long room)
    {
        if (VaryingNumber.FindMemory(context, number) is not var (memory, element, isLength))
            return null;
        var stride = context.Lower(element).Size;
        return stride > 0 && room / stride is > 0 and var count ? new BoundedNumber(context, number, memory, isLength, count) : null;
    }

    /// <summary>The conditions under which the number is out of bounds: first what reads best, each as text.</summary>
    /// <param name="name">What the number is called.</param>
    /// <param name="type">The type of what is called so.</param>
    public IEnumerable<string> GetConditions(string name, ITypeSymbol type)
    {
        var isOut = _isLength ? ">" : ">=";
        foreach (var (bound, isLiteral) in GetBounds())
        {
            switch (type.SpecialType)
            {
                case SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr:
                    yield return $"{name} {isOut} {(isLiteral ? "" : $"({type.ToDisplayString()})")}{bound}";
                    break;
                case SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_Char:
                    yield return $"{name} {isOut} {bound}";
                    break;
                default:
                    var unsigned = type.SpecialType is SpecialType.System_Int64 or SpecialType.System_IntPtr ? "ulong" : "uint";
                    yield return $"{name} {isOut} {bound}";
                    yield return $"({unsigned}){name} {isOut} {(isLiteral ? "" : $"({unsigned})")}{bound}";
                    yield return $"{name} < 0 || {name} {isOut} {bound}";
                    break;
            }
        }
    }

    /// <summary>The bound as texts: the length of the memory where it can be named, and the number.</summary>
    public ImmutableArray<(string Text, bool IsLiteral)> GetBounds()
    {
        var literal = (Count.ToString(CultureInfo.InvariantCulture), true);
        return _memory is not null && IsPath(_memory) && FindLength(_memory) is { } length
            ? [($"{_memory.WithoutTrivia()}.{length}", false), literal]
            : [literal];
    }

    private string? FindLength(ExpressionSyntax memory) => _context.Model.GetTypeInfo(memory).Type is { } type
        ? AndBases(type)
            .SelectMany(part => part.GetMembers().OfType<IPropertySymbol>())
            .FirstOrDefault(property => property.GetMethod is { } getter
                && (_context.FindIntrinsic(getter) == Intrinsic.Length || _context.ReadContract(getter)?.Return.IsLength == true))?.Name
        : null;

    private static IEnumerable<ITypeSymbol> AndBases(ITypeSymbol type)
    {
        for (var part = type; part is not null; part = part.BaseType)
            yield return part;
    }

    private static bool IsPath(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPath(access.Expression),
        _ => false,
    };
}
