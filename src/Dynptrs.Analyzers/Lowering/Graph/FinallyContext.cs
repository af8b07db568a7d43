using System;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>One copy of a finally region: who entered it decides how it goes on.</summary>
/// <param name="region">The region.</param>
/// <param name="outer">The copy that the region itself lies in, or <see langword="null"/>.</param>
/// <param name="resume">Emits what follows the region.</param>
internal sealed class FinallyContext(ControlFlowRegion region, FinallyContext? outer, Action resume)
{
    /// <summary>The region.</summary>
    public ControlFlowRegion Region { get; } = region;

    /// <summary>The copy that the region itself lies in.</summary>
    public FinallyContext? Outer { get; } = outer;

    /// <summary>Emits what follows the region.</summary>
    public Action Resume { get; } = resume;

    /// <summary>The innermost copy around a point, of those that this one lies in.</summary>
    public static FinallyContext? Around(FinallyContext? context, int block)
    {
        while (context is not null && (block < context.Region.FirstBlockOrdinal || block > context.Region.LastBlockOrdinal))
            context = context.Outer;
        return context;
    }
}
