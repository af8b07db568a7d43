namespace Dynptrs.Verifier.Domain;

/// <summary>A comparison of a pointer into a packet with what bounds it.</summary>
/// <param name="anchor">The anchor of the pointer.</param>
/// <param name="whenTrue">How many bytes behind the edge are proved when the comparison is true, or 0.</param>
/// <param name="whenFalse">How many are proved when it is false, or 0.</param>
internal sealed class PacketOutcome(int anchor, long whenTrue, long whenFalse) : Outcome
{
    public int Anchor { get; } = anchor;

    public long WhenTrue { get; } = whenTrue;

    public long WhenFalse { get; } = whenFalse;
}
