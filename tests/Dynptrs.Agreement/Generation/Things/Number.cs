namespace Dynptrs.Agreement.Generation.Things;

/// <summary>A local variable that is a number.</summary>
internal sealed class Number(string text, NumberType type, ulong most = ulong.MaxValue) : Thing(text)
{
    public NumberType Type => type;

    /// <summary>What it is at most: it is never assigned more.</summary>
    public ulong Most => most;

    /// <summary>Whether anything may be assigned to it.</summary>
    public bool IsAccumulator { get; init; }
}
