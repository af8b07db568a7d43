using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>Reads the nesting of regions.</summary>
internal static class Regions
{
    /// <summary>The region around a region; the graph of a lambda is rooted in that of the function around it, and ends there.</summary>
    public static ControlFlowRegion? Outer(ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Root ? null : region.EnclosingRegion;

    /// <summary>Whether a block lies in a region.</summary>
    public static bool Contains(ControlFlowRegion region, int block) =>
        region.FirstBlockOrdinal <= block && block <= region.LastBlockOrdinal;

    /// <summary>Whether a finally region runs on the way out of a region.</summary>
    public static bool HasFinally(ControlFlowRegion? region)
    {
        for (; region is not null; region = Outer(region))
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndFinally })
                return true;
        }

        return false;
    }
}
