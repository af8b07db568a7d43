using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>A block of IR while it is made.</summary>
internal sealed class BlockBuilder(int index, ImmutableArray<BlockBuilder> handlers)
{
    /// <summary>The index among the blocks that were made.</summary>
    public int Index { get; } = index;

    /// <summary>Where the handlers around it begin, innermost first.</summary>
    public ImmutableArray<BlockBuilder> Handlers { get; } = handlers;

    /// <summary>Whether it begins the way out of the function of an exception that no instruction states.</summary>
    public bool IsWayOut { get; set; }

    /// <summary>The instructions so far.</summary>
    public ImmutableArray<Instruction>.Builder Instructions { get; } = ImmutableArray.CreateBuilder<Instruction>();

    /// <summary>How control leaves, once that is known.</summary>
    public Terminator? Terminator { get; set; }
}
