using System;
using System.Globalization;

namespace Dynptrs.Emit.Text;

/// <summary>An expression of C.</summary>
/// <param name="Text">The text.</param>
/// <param name="Precedence">How tightly its outermost operator binds.</param>
/// <param name="Type">Its type in C.</param>
internal sealed record CExpression(string Text, Precedence Precedence, string Type)
{
    private const string BoolType = "bool";

    /// <summary>The text of what holds when this does not, where that is simpler than its negation; else <see langword="null"/>.</summary>
    private CExpression? Opposite { get; init; }

    /// <summary>What a conversion converts that C does by itself where this is kept or passed; else <see langword="null"/>.</summary>
    public CExpression? Inner { get; init; }

    /// <summary>The pointer of another type that it was made of, or <see langword="null"/>.</summary>
    private CExpression? Pointer { get; init; }

    /// <summary>The pointer that conversions alone made it of, or itself.</summary>
    public CExpression Origin => Pointer?.Origin ?? this;

    /// <summary>The operator and the right operand of what changes its left operand, and that; else <see langword="null"/>.</summary>
    public (string Left, string Operator, string Right)? Change { get; private init; }

    /// <summary>What it is the address of, or <see langword="null"/>.</summary>
    public CExpression? Target { get; private init; }

    /// <summary>A null pointer.</summary>
    public static CExpression Null { get; } = new("NULL", Precedence.Primary, "void *");

    /// <summary>Whether it may be written twice.</summary>
    public bool IsSimple => Precedence == Precedence.Primary && Text.AsSpan().IndexOfAny("([>") < 0;

    /// <summary>A name, a number, a call: what needs no parentheses anywhere.</summary>
    public static CExpression Primary(string text, string type) => new(text, Precedence.Primary, type);

    /// <summary>A number.</summary>
    /// <param name="value">The value.</param>
    public static CExpression Number(long value) => new(
        value.ToString(CultureInfo.InvariantCulture), value < 0 ? Precedence.Unary : Precedence.Primary, "__s64");

    /// <summary>The address of what can be assigned to.</summary>
    public static CExpression AddressOf(CExpression target, string type) =>
        new("&" + target.At(Precedence.Unary), Precedence.Unary, type) { Target = target };

    /// <summary>The address of what can be assigned to, of which a compiler does not see that it is.</summary>
    public static CExpression HiddenAddressOf(CExpression target, string type) =>
        Primary($"{EmbeddedText.Hide}(&{target.At(Precedence.Unary)})", type) with { Target = target };

    /// <summary>The text where an operator binds that tightly.</summary>
    public string At(Precedence precedence) => Precedence >= precedence ? Text : $"({Text})";

    /// <summary>An operator before its operand.</summary>
    public static CExpression Unary(string @operator, CExpression operand, string type)
    {
        // Of two signs, one would be another operator.
        var text = operand.At(Precedence.Unary);
        return new(text[0] == @operator[0] && @operator.Length == 1 ? $"{@operator}({text})" : @operator + text, Precedence.Unary, type);
    }

    /// <summary>A conversion.</summary>
    public CExpression As(string type)
    {
        if (type == Type)
            return this;
        if (IsPointer(type) && Pointer is { } pointer)
            return pointer.As(type);
        return new($"({type}){At(Precedence.Unary)}", Precedence.Unary, type)
        {
            Pointer = IsPointer(type) && IsPointer(Type) ? this : null,
            Target = IsPointer(type) ? Target : null,
        };
    }

    /// <summary>The same number where another one may be chosen instead: no sign is lost on the other's side.</summary>
    public CExpression Beside(CExpression other) =>
        Type == "__u32" && (other.Type is "int" or "__s8" or "__s16" || other.Text[0] == '-') ? As("__s64") : this;

    /// <summary>What C makes of it by itself where a type is expected, or a conversion.</summary>
    public CExpression To(string type)
    {
        if (!IsPointer(type) && !IsPointer(Type))
            return this;
        return (IsPointer(type) && IsPointer(Type) && (type == Null.Type || Type == Null.Type)) || type == Type ? this : As(type);
    }

    /// <summary>The text where a value of the type is expected.</summary>
    public string Into(string type)
    {
        if (type == Type && Inner is not null)
            return Inner.Text;
        var isAny = type == Null.Type && Pointer is not null && !Pointer.Type.StartsWith("const", StringComparison.Ordinal);
        return isAny ? Pointer!.Text : To(type).Text;
    }

    private static bool IsPointer(string type) => type.EndsWith('*');

    /// <summary>An operator between two operands.</summary>
    public static CExpression Binary(CExpression left, string @operator, CExpression right, Precedence precedence, string type)
    {
        // Operators that people confuse are told apart by parentheses.
        var least = precedence switch
        {
            Precedence.Shift or Precedence.And or Precedence.Xor or Precedence.Or => Precedence.Unary,
            Precedence.Relation or Precedence.Equality => Precedence.Sum,
            Precedence.LogicalAnd or Precedence.LogicalOr => Precedence.Equality,
            _ => precedence,
        };
        var isChain = left.Precedence == precedence && precedence is not (Precedence.Relation or Precedence.Equality);
        var leftText = isChain ? left.Text : left.At(least);
        var text = $"{leftText} {@operator} {right.At((Precedence)Math.Max((int)least, (int)precedence + 1))}";
        return new(text, precedence, type)
        {
            Change = precedence is >= Precedence.Shift or >= Precedence.Or and <= Precedence.And
                ? (left.Text, @operator, right.Text)
                : null,
        };
    }

    /// <summary>A comparison, which knows its opposite.</summary>
    public static CExpression Comparison(CExpression left, string @operator, CExpression right)
    {
        var opposite = @operator switch { "==" => "!=", "!=" => "==", "<" => ">=", ">=" => "<", ">" => "<=", _ => ">" };
        return Compare(left, @operator, right) with { Opposite = Compare(left, opposite, right) };
    }

    /// <summary>Whether a pointer is null, or is not.</summary>
    public static CExpression NullTest(CExpression pointer, bool isNull)
    {
        var no = Unary("!", pointer, BoolType);
        var yes = Compare(pointer, "!=", Null);
        return isNull ? no with { Opposite = yes } : yes with { Opposite = no };
    }

    /// <summary>What holds when this does not.</summary>
    public CExpression Negate() => Opposite is not null
        ? Opposite with { Opposite = this with { Opposite = null } }
        : Unary("!", this, BoolType) with { Opposite = this };

    /// <summary>What holds when both do.</summary>
    public static CExpression Both(CExpression left, CExpression right) =>
        And(left, right) with { Opposite = Or(left.Negate(), right.Negate()) };

    /// <summary>What holds when one does.</summary>
    public static CExpression Either(CExpression left, CExpression right) =>
        Or(left, right) with { Opposite = And(left.Negate(), right.Negate()) };

    /// <summary>One of two, as a third says.</summary>
    public static CExpression Choose(CExpression condition, CExpression whenTrue, CExpression whenFalse, string type) => new(
        $"{condition.At(Precedence.LogicalOr)} ? {whenTrue.At(Precedence.LogicalOr)} : {whenFalse.At(Precedence.LogicalOr)}",
        Precedence.Conditional,
        type);

    private static CExpression And(CExpression left, CExpression right) => left.Text == "true"
        ? right
        : Binary(left, "&&", right, Precedence.LogicalAnd, BoolType);

    private static CExpression Or(CExpression left, CExpression right) => left.Text == "false"
        ? right
        : Binary(left, "||", right, Precedence.LogicalOr, BoolType);

    private static CExpression Compare(CExpression left, string @operator, CExpression right)
    {
        if (long.TryParse(left.Text, out var a) && long.TryParse(right.Text, out var b))
        {
            var holds = @operator switch { "==" => a == b, "!=" => a != b, "<" => a < b, ">=" => a >= b, ">" => a > b, _ => a <= b };
            return Primary(holds ? "true" : "false", BoolType);
        }

        return Write(left, @operator, right);
    }

    private static CExpression Write(CExpression left, string @operator, CExpression right) => Binary(
        left, @operator, right, @operator is "==" or "!=" ? Precedence.Equality : Precedence.Relation, BoolType);
}
