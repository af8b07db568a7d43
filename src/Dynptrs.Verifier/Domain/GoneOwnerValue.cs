namespace Dynptrs.Verifier.Domain;

/// <summary>A place that held an owner which is no more.</summary>
/// <param name="id">The identity that the owner had.</param>
/// <param name="reference">The reference that it held, or 0.</param>
/// <param name="end">What ended it.</param>
internal sealed class GoneOwnerValue(int id, int reference, LifetimeEnd end) : Value
{
    public int Id { get; } = id;

    public int Reference { get; } = reference;

    public LifetimeEnd End { get; } = end;
}
