namespace Dynptrs.Verifier;

/// <summary>Bounds and choices of a verification.</summary>
public sealed record VerifierOptions
{
    /// <summary>The defaults.</summary>
    public static VerifierOptions Default { get; } = new();

    /// <summary>How many frames may be on the call stack. Linux 7.2 allows 16.</summary>
    public int MaxFrames { get; init; } = 16;

    /// <summary>How many instructions are followed while states that differ in numbers are joined. The kernel follows a million.</summary>
    public int MaxSteps { get; init; } = 1_000_000;

    /// <summary>How many instructions are followed while paths are kept apart.</summary>
    public int MaxExactSteps { get; init; } = 200_000;

    /// <summary>How many states that cannot be joined may reach one point.</summary>
    public int MaxStatesPerPoint { get; init; } = 1_000;
}
