namespace Dynptrs.Verifier.Contracts;

/// <summary>What the declaration of a region says about it. Those of one type are equal.</summary>
/// <param name="Name">The name of the type that stands for it; no two have the same.</param>
public sealed record RegionContract(string Name)
{
    /// <summary>The same region may be entered while it is open.</summary>
    public bool Nests { get; init; }

    /// <summary>Regions of the type are left in the reverse order.</summary>
    public bool IsLeftInOrder { get; init; }

    /// <summary>The kernel keeps objects inside that RCU protects.</summary>
    public bool KeepsObjects { get; init; }

    /// <summary>What a program may call inside.</summary>
    public RegionCalls Calls { get; init; }

    /// <summary>The name of the type without its namespace, for messages.</summary>
    public string ShortName => Name.Substring(Name.LastIndexOf('.') + 1);
}
