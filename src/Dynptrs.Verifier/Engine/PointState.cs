using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Engine;

/// <summary>A state that reached a point, perhaps joined from several that differ in numbers only.</summary>
internal sealed class PointState(PointStates point, State state)
{
    public PointStates Point { get; } = point;

    public State State { get; set; } = state;

    public int JoinCount { get; set; }

    public bool IsPending { get; set; }
}
