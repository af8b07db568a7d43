namespace Dynptrs.Kernel;

/// <summary>Where a netfilter program is attached.</summary>
/// <param name="Family">Which packets.</param>
/// <param name="Point">Where on their way.</param>
/// <param name="Priority">Its place among the programs there: the lowest is the first. No two have the same.</param>
public readonly record struct NetfilterHook(NetfilterFamily Family, NetfilterPoint Point, int Priority)
{
    /// <summary>Whether the parts of a packet are put together before.</summary>
    public bool Defragments { get; init; }
}
