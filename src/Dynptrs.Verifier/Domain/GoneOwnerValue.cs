namespace Dynptrs.Verifier.Domain;

/// <summary>A place that held an owner which is no more.</summary>
/// <param name="id">The identity that the owner had.</param>
/// <param name="ending">What ended it.</param>
internal sealed class GoneOwnerValue(int id, Ending ending) : Value
{
    public int Id { get; } = id;

    public Ending Ending { get; } = ending;
}
