namespace Dynptrs.Tool.Machine;

/// <summary>What a check found.</summary>
internal enum CheckState
{
    /// <summary>It is as it should be.</summary>
    Fine,

    /// <summary>Something is not there that only some need.</summary>
    Limited,

    /// <summary>Nothing is loaded without it.</summary>
    Missing,
}
