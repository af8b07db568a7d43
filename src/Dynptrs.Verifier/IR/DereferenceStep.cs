namespace Dynptrs.Verifier.IR;

/// <summary>Through a pointer, to what it points to.</summary>
public sealed record DereferenceStep : PlaceStep
{
    private DereferenceStep()
    {
    }

    /// <summary>The only instance.</summary>
    public static DereferenceStep Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => ".*";
}
