namespace Dynptrs.Verifier.Findings;

/// <summary>What a finding is about; several kinds may share a rule.</summary>
public enum FindingKind
{
    /// <summary>A reference is not released on some path.</summary>
    Leak,
}
