using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;

namespace Dynptrs.Emit.Functions;

/// <summary>Where something is kept: an expression that can be assigned to, or what a pointer points to.</summary>
/// <param name="LValue">The expression, or <see langword="null"/> for what <paramref name="Pointer"/> points to.</param>
/// <param name="Pointer">The pointer.</param>
/// <param name="Type">The type of what is kept there.</param>
internal readonly record struct Location(CExpression? LValue, CExpression? Pointer, string Type)
{
    /// <summary>The expression that can be assigned to.</summary>
    public CExpression Value => LValue ?? new CExpression("*" + Pointer!.At(Precedence.Unary), Precedence.Unary, Type);

    /// <summary>The address.</summary>
    public CExpression Address => Pointer ?? CExpression.AddressOf(LValue!, CTypes.Star(Type));

    /// <summary>A field of what is kept there.</summary>
    public Location Field(string name, string type)
    {
        var text = LValue is not null ? $"{LValue.At(Precedence.Primary)}.{name}" : $"{Pointer!.At(Precedence.Primary)}->{name}";
        return new Location(CExpression.Primary(text, type), null, type);
    }

    /// <summary>What a pointer points to.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="type">The type of what is there.</param>
    public static Location Behind(CExpression pointer, string type) =>
        pointer.Target is { } target && target.Type == type
            ? new Location(target, null, type)
            : new Location(null, pointer.As(CTypes.Star(type)), type);
}
