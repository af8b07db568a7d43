namespace Dynptrs.Verifier;

/// <summary>Bounds and choices of a verification.</summary>
public sealed record VerifierOptions
{
    /// <summary>The defaults.</summary>
    public static VerifierOptions Default { get; } = new();

    /// <summary>How many frames may be on the call stack.</summary>
    public int MaxFrames { get; init; } = 16;
}
