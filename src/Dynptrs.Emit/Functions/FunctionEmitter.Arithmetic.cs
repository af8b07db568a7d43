using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>
/// Numbers. What overflows wraps, as a flag of the compiler says; a shift has its count masked already; who divides by zero gets what the
/// kernel's instructions give.
/// </summary>
internal sealed partial class FunctionEmitter
{
    private void Emit(BinaryInstruction binary)
    {
        if (binary.Type is not ScalarType type)
        {
            Store(binary.Target, ComparePointers(binary));
            return;
        }

        if (binary.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && binary.Right.Kind != OperandKind.Constant)
            SettleEffects(binary.Left, binary.Right);
        if (_function.Hidden.TestedInEachRound(binary) is { } tested && !_constants.ContainsKey(tested))
            HideAnew(tested);
        var (left, right) = (Read(binary.Left), Read(binary.Right));
        if (_function.Hidden.IsEndOfRange(binary))
            left = CExpression.Primary($"{EmbeddedText.HideNumber}({left.Text})", left.Type);
        Store(binary.Target, Compute(binary.Operator, left, right, type, binary.Left.Kind == OperandKind.Constant));
    }

    private CExpression ComparePointers(BinaryInstruction binary)
    {
        if (binary.Right.Kind == OperandKind.Null)
            return CExpression.NullTest(Read(binary.Left), binary.Operator == BinaryOperator.Equal);
        if (binary.Left.Kind == OperandKind.Null)
            return CExpression.NullTest(Read(binary.Right), binary.Operator == BinaryOperator.Equal);
        if (binary.Type is ViewType)
            return CExpression.Comparison(Read(binary.Left), Sign(binary.Operator), Read(binary.Right));
        return CExpression.Comparison(Read(binary.Left).As("void *"), Sign(binary.Operator), Read(binary.Right).As("void *"));
    }

    private CExpression Compute(BinaryOperator @operator, CExpression left, CExpression right, ScalarType type, bool isConstant)
    {
        var name = CTypes.Scalar(type);
        switch (@operator)
        {
            case BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual
                or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return CExpression.Comparison(left, Sign(@operator), right);
            case BinaryOperator.Divide or BinaryOperator.Remainder:
                return Divide(@operator == BinaryOperator.Divide, left, right, name);
            case BinaryOperator.UnsignedShiftRight when type.IsSigned:
                var unsigned = type.Size == 8 ? "__u64" : "__u32";
                return CExpression.Binary(left.As(unsigned), ">>", right, Precedence.Shift, unsigned).As(name);
        }

        // A constant has the type that C gives it, which may be narrower than that of the result.
        if (isConstant && @operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight)
            left = left with { Text = $"({name}){left.Text}", Precedence = Precedence.Unary };
        var result = CExpression.Binary(left, Sign(@operator), right, Level(@operator), name);
        // Of two numbers of a narrow type, only these give one that is wider.
        return type.Size < 4
            && @operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.ShiftLeft
                ? Narrow(result, name)
                : result;
    }

    /// <summary>C computes with an int at least; the result is cut where it is kept.</summary>
    private static CExpression Narrow(CExpression result, string name) => (result with { Type = "int" }).As(name);

    private static CExpression Divide(bool isQuotient, CExpression left, CExpression right, string type)
    {
        var result = CExpression.Binary(left, isQuotient ? "/" : "%", right, Precedence.Product, type);
        return long.TryParse(right.Text, out var divisor) && divisor != 0 || right.Text.StartsWith("0x", System.StringComparison.Ordinal)
            ? result
            : CExpression.Choose(
                CExpression.Comparison(right, "!=", CExpression.Number(0)),
                result,
                isQuotient ? CExpression.Number(0) : left,
                type);
    }

    private void Emit(UnaryInstruction unary)
    {
        var (source, type) = (Read(unary.Source), CTypes.Scalar(unary.Type));
        Store(unary.Target, unary.Operator switch
        {
            UnaryOperator.Not => source.Negate(),
            UnaryOperator.Complement => Cut("~"),
            _ => Cut("-"),
        });

        CExpression Cut(string sign) => unary.Type.Size < 4
            ? Narrow(CExpression.Unary(sign, source, type), type)
            : CExpression.Unary(sign, source, type);
    }

    private void Emit(ConvertInstruction convert)
    {
        var source = Read(convert.Source);
        // C widens what is narrower than an int by itself.
        var isImplied = convert.To == ScalarType.I32 && convert.From is { Size: < 4 };
        if (isImplied)
            Store(convert.Target, source with { Type = "int", Inner = null });
        else if (convert.From != ScalarType.Bool)
            Store(convert.Target, source.As(CTypes.Scalar(convert.To)) with { Inner = source });
        else
            Store(convert.Target, source.As(CTypes.Scalar(convert.To)));
    }

    private static string Sign(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        BinaryOperator.Xor => "^",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight => ">>",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };

    private static Precedence Level(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Multiply => Precedence.Product,
        BinaryOperator.Add or BinaryOperator.Subtract => Precedence.Sum,
        BinaryOperator.And => Precedence.And,
        BinaryOperator.Or => Precedence.Or,
        BinaryOperator.Xor => Precedence.Xor,
        _ => Precedence.Shift,
    };
}
