namespace Dynptrs.Verifier.Contracts;

/// <summary>What a program may call inside a region.</summary>
public enum RegionCalls
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>Nothing that may sleep.</summary>
    NotSleeping,

    /// <summary>No helper and no method with a contract, but those that allow it.</summary>
    OnlyAllowed,
}
