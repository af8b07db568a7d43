using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Engine;

/// <summary>A state that reached a point, perhaps joined from several that differ in numbers only.</summary>
internal sealed class PointState(PointStates point, State state)
{
    public PointStates Point { get; } = point;

    public State State { get; set; } = state;

    /// <summary>How often a state that came here was covered by this one.</summary>
    public int Hits { get; set; }

    /// <summary>How often one was not.</summary>
    public int Misses { get; set; }

    public bool IsPending { get; set; }
}
