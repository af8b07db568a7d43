namespace Dynptrs.Verifier.Domain;

/// <summary>The end of an owner, a view or a handle.</summary>
/// <param name="kind">What ended it.</param>
/// <param name="step">The step that ended it.</param>
internal sealed class Ending(LifetimeEnd kind, TraceNode step)
{
    public LifetimeEnd Kind { get; } = kind;

    public TraceNode Step { get; } = step;
}
