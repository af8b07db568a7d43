namespace Dynptrs.Verifier.Domain;

/// <summary>
/// The content of a place that was made into plain memory, by a span over a variable or a pointer to another type: it may
/// change unseen, so nothing is known of it from then on.
/// </summary>
internal sealed class ExposedValue : Value
{
    private ExposedValue()
    {
    }

    public static ExposedValue Instance { get; } = new();
}
