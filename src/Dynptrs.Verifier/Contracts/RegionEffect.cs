namespace Dynptrs.Verifier.Contracts;

/// <summary>What a call has to do with a region.</summary>
public enum RegionEffect
{
    /// <summary>It enters it.</summary>
    Enters,

    /// <summary>It leaves it.</summary>
    Leaves,

    /// <summary>It needs it to be open.</summary>
    Needs,

    /// <summary>It is allowed inside.</summary>
    IsAllowedIn,
}
