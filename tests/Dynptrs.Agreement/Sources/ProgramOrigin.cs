namespace Dynptrs.Agreement.Sources;

/// <summary>Where a program is from.</summary>
internal enum ProgramOrigin
{
    /// <summary>It stands in a file as it is.</summary>
    Files,

    /// <summary>It is a program of the repository that was changed by chance.</summary>
    Changed,

    /// <summary>It was written by chance.</summary>
    Generated,
}
