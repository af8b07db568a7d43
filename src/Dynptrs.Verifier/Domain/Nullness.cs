namespace Dynptrs.Verifier.Domain;

/// <summary>What is known about a pointer being null.</summary>
internal enum Nullness
{
    /// <summary>It may be null.</summary>
    Unknown,

    /// <summary>It is not null.</summary>
    NotNull,

    /// <summary>It is null.</summary>
    Null,
}
