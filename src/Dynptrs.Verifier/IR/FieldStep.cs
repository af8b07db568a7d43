namespace Dynptrs.Verifier.IR;

/// <summary>To a field of a struct.</summary>
/// <param name="Field">The field. Its cell offset counts in a local, its byte offset in memory.</param>
public sealed record FieldStep(StructField Field) : PlaceStep
{
    /// <inheritdoc/>
    public override string ToString() => "." + Field.Name;
}
