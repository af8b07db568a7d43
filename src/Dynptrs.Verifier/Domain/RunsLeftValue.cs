namespace Dynptrs.Verifier.Domain;

/// <summary>How often a call may still run its callback.</summary>
/// <remarks>Follows <c>callback_depth</c>: a state with more runs left covers one with fewer.</remarks>
/// <param name="count">How often, at most.</param>
internal sealed class RunsLeftValue(ulong count) : Value
{
    public ulong Count { get; } = count;
}
