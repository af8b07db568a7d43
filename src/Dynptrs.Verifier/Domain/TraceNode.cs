using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Domain;

/// <summary>The latest step of a path, and the steps before it: shared by all paths that continue it.</summary>
/// <param name="parent">The step before.</param>
/// <param name="step">The step.</param>
/// <param name="id">The identity of the owner, reference, pointer or handle that it concerns, or 0.</param>
/// <param name="otherId">A second identity that it concerns, or 0.</param>
/// <param name="frame">The frame in which it was taken.</param>
internal sealed class TraceNode(TraceNode? parent, TraceStep step, int id, int otherId, Frame frame)
{
    public TraceNode? Parent { get; } = parent;

    public TraceStep Step { get; } = step;

    public int Id { get; } = id;

    public int OtherId { get; } = otherId;

    public Frame Frame { get; } = frame;
}
