namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What the runs of a program show.</summary>
internal enum Outcome
{
    /// <summary>No run misbehaves.</summary>
    Right,

    /// <summary>Some run misbehaves.</summary>
    Wrong,

    /// <summary>There are too many runs, or C# throws in one.</summary>
    Unknown,
}
