using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Memory is written that may only be read.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record WriteReadOnly(Site Site, string Subject) : Finding(Site, Subject)
{
    /// <summary>What writes, where that is a call; else empty.</summary>
    public string Helper { get; init; } = "";

    /// <summary>Whether it is a constant of the program, such as a literal.</summary>
    public bool IsConstant { get; init; }

    /// <summary>The field that it is, or is a part of, where programs may only read that; or <see langword="null"/>.</summary>
    public string? Field { get; init; }

    /// <summary>The program type that may only read packets, where it is a packet; else <see langword="null"/>.</summary>
    public string? PacketReader { get; init; }

    /// <summary>Whether it is a variable that host code alone sets, before the program is loaded.</summary>
    public bool IsLoadTimeConstant { get; init; }
}
