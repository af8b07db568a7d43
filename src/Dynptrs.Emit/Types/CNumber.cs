using System;
using Dynptrs.Emit.Text;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Types;

/// <summary>Numbers as a C programmer writes them.</summary>
internal static class CNumber
{
    /// <summary>A number of a type.</summary>
    public static CExpression Of(long value, ScalarType type)
    {
        var text = type switch
        {
            { Name: "bool" } => value != 0 ? "true" : "false",
            { IsSigned: true } when value == long.MinValue => "(-9223372036854775807LL - 1)",
            { IsSigned: true } when value == int.MinValue => "(-2147483647 - 1)",
            { IsSigned: true } => FormattableString.Invariant($"{value}{(value is > int.MaxValue or < int.MinValue ? "LL" : "")}"),
            { Size: 8 } when (ulong)value > uint.MaxValue => FormattableString.Invariant($"0x{(ulong)value:x}ULL"),
            { Size: >= 4 } when (ulong)value > int.MaxValue => FormattableString.Invariant($"0x{(ulong)value:x}U"),
            _ => FormattableString.Invariant($"{value}"),
        };
        return new CExpression(text, text[0] == '-' ? Precedence.Unary : Precedence.Primary, CTypes.Scalar(type));
    }
}
