namespace Dynptrs;

/// <summary>What a program may call inside a region.</summary>
public enum RegionCalls
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>Nothing that may sleep.</summary>
    NotSleeping,

    /// <summary>
    /// No helper, and no method with a contract, but those that allow it (<see cref="AllowedInRegionAttribute"/>) and the one that leaves
    /// the region. Methods without a contract are followed, and may be called.
    /// </summary>
    OnlyAllowed,
}
