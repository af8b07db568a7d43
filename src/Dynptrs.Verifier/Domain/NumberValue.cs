namespace Dynptrs.Verifier.Domain;

/// <summary>A number: its range, its identity, and for a bool the test whose outcome it holds.</summary>
/// <param name="range">The numbers that it may be.</param>
/// <param name="id">
/// Its identity: equal for copies of one number and for what was made of them reversibly, so that what is learned of one holds
/// for all; 0 for a constant.
/// </param>
/// <param name="projection">How it was made of the number with that identity.</param>
/// <param name="outcome">The test whose outcome this bool holds.</param>
internal sealed class NumberValue(Scalar range, int id, Projection projection, Outcome? outcome = null) : Value
{
    private const int SmallestCached = -64;

    private static readonly NumberValue[] Small = CreateSmall();

    private NumberValue(NumberValue other, in Scalar range, int id)
        : this(range, id, other.Projection, other.Outcome)
    {
        Masked = other.Masked;
        IsPartOfRegister = other.IsPartOfRegister;
        Lineage = other.Lineage;
    }

    public Scalar Range { get; } = range;

    public int Id { get; } = id;

    public Projection Projection { get; } = projection;

    public Outcome? Outcome { get; } = outcome;

    /// <summary>What holds for a copy of some of its bits, should that be made again; or <see langword="null"/>.</summary>
    public MaskedRange? Masked { get; init; }

    /// <summary>
    /// Whether a call gave it, in a register of 64 bits of which its own alone are known: all that is computed of it fills the others.
    /// </summary>
    public bool IsPartOfRegister { get; init; }

    /// <summary>What it was made of, where loops that an iterator ends are followed round by round.</summary>
    public Lineage? Lineage { get; init; }

    public static NumberValue Constant(long value) =>
        value is >= SmallestCached and <= -SmallestCached ? Small[value - SmallestCached] : NewConstant(value);

    /// <summary>A number that has no copies.</summary>
    public static NumberValue Of(in Scalar range) =>
        range.IsConstant ? Constant(range.SignedMin) : new NumberValue(range, id: 0, Projection.Identity);

    /// <summary>Whether both are one number on every path.</summary>
    public bool IsSame(NumberValue other) => Id != 0 && Id == other.Id && Projection == other.Projection;

    /// <summary>The same number, of which more is known.</summary>
    public NumberValue With(in Scalar range) => !range.IsConstant
        ? new NumberValue(this, range, Id)
        : Lineage is null ? Constant(range.SignedMin) : new NumberValue(this, range, id: 0) { IsPartOfRegister = false };

    /// <summary>The same number, of some of whose bits a copy was tested.</summary>
    public NumberValue With(MaskedRange masked) => new(this, Range, Id) { Masked = masked };

    /// <summary>The same number, made of others.</summary>
    public NumberValue With(Lineage? lineage) => lineage == Lineage ? this : new(this, Range, Id) { Lineage = lineage };

    /// <summary>The same number, in a register of which its own bits alone are known, or all.</summary>
    public NumberValue With(bool isPartOfRegister) =>
        isPartOfRegister == IsPartOfRegister ? this : new(this, Range, Id) { IsPartOfRegister = isPartOfRegister };

    private static NumberValue NewConstant(long value) => new(Scalar.Constant(value), id: 0, Projection.Identity);

    private static NumberValue[] CreateSmall()
    {
        var small = new NumberValue[1 - (2 * SmallestCached)];
        for (var i = 0; i < small.Length; i++)
            small[i] = NewConstant(i + SmallestCached);
        return small;
    }
}
