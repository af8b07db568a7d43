using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>An edge on its way out of regions.</summary>
/// <param name="Region">The next region to leave.</param>
/// <param name="Source">The block where the edge begins.</param>
/// <param name="Destination">Where it leads, unless it leaves the function.</param>
/// <param name="Terminator">How it leaves the function.</param>
/// <param name="Site">The place that stands for it.</param>
internal sealed record EdgeWalk(ControlFlowRegion? Region, int Source, BasicBlock? Destination, Terminator? Terminator, Site Site);
