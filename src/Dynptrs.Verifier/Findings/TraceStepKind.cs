namespace Dynptrs.Verifier.Findings;

/// <summary>What happened in a <see cref="TraceStep"/>.</summary>
public enum TraceStepKind
{
    /// <summary>A reference was acquired.</summary>
    Acquired,
}
