namespace Dynptrs.Verifier.Domain;

/// <summary>A number: its range, its identity, and for a bool the test whose outcome it holds.</summary>
/// <param name="range">The numbers that it may be.</param>
/// <param name="id">Its identity: equal for copies of one number, so that what is learned of one holds for all; 0 for a constant.</param>
/// <param name="outcome">The test whose outcome this bool holds.</param>
internal sealed class NumberValue(Scalar range, int id, Outcome? outcome = null) : Value
{
    private const int SmallestCached = -64;

    private static readonly NumberValue[] Small = CreateSmall();

    public Scalar Range { get; } = range;

    public int Id { get; } = id;

    public Outcome? Outcome { get; } = outcome;

    public static NumberValue Constant(long value) =>
        value is >= SmallestCached and <= -SmallestCached
            ? Small[value - SmallestCached]
            : new NumberValue(Scalar.Constant(value), id: 0);

    private static NumberValue[] CreateSmall()
    {
        var small = new NumberValue[1 - (2 * SmallestCached)];
        for (var i = 0; i < small.Length; i++)
            small[i] = new NumberValue(Scalar.Constant(i + SmallestCached), id: 0);
        return small;
    }
}
