namespace Dynptrs.Verifier.IR;

/// <summary>Through a span or a pointer, to one of its elements.</summary>
/// <param name="Index">The index, counted in elements.</param>
/// <param name="Stride">The size of an element in bytes, or -1.</param>
public sealed record ElementStep(Operand Index, int Stride) : PlaceStep
{
    /// <summary>Whether the index may be negative: that of a pointer, which has no length that it is compared with.</summary>
    public bool MayBeNegative { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"[{Index}]";
}
