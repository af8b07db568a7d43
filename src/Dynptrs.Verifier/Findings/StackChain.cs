using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Verifier.Findings;

/// <summary>Frames that call one another, as far as they share one stack.</summary>
/// <param name="Frames">The frames that take any of it, the outermost first.</param>
public sealed record StackChain(ImmutableArray<StackUse> Frames)
{
    /// <summary>No frames.</summary>
    public static StackChain Empty { get; } = new(ImmutableArray<StackUse>.Empty);

    /// <summary>How many bytes they take together.</summary>
    public int Bytes => Frames.Sum(frame => frame.Bytes);

    /// <summary>The frames, and one that they call.</summary>
    /// <param name="frame">The frame.</param>
    public StackChain Add(StackUse frame) => new(Frames.Add(frame));
}
