using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;

namespace Dynptrs.Emit.Functions;

/// <summary>Where something is kept: an expression that can be assigned to, or what a pointer points to.</summary>
/// <param name="LValue">The expression, or <see langword="null"/> for what <paramref name="Pointer"/> points to.</param>
/// <param name="Pointer">The pointer, where it is not the address of <paramref name="LValue"/> as C writes it.</param>
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
        var behind = Pointer is null ? null : CExpression.Primary($"{Pointer.At(Precedence.Primary)}->{name}", type);
        return LValue is null
            ? new Location(behind, null, type)
            : new Location(
                CExpression.Primary($"{LValue.At(Precedence.Primary)}.{name}", type),
                behind is null ? null : CExpression.AddressOf(behind, CTypes.Star(type)),
                type);
    }

    /// <summary>What a pointer points to.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="type">The type of what is there.</param>
    public static Location Behind(CExpression pointer, string type)
    {
        var start = pointer.As(CTypes.Star(type));
        if (pointer.Target is not { } target || target.Type != type)
            return new Location(null, start, type);
        var address = CExpression.AddressOf(target, start.Type);
        return new Location(target, start.Text == address.Text ? null : start, type);
    }
}
