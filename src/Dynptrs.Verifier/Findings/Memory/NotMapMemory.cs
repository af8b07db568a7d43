using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Memory is given that is no map value and no global.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What asks for a map value or a global.</param>
/// <param name="Origin">Where the memory comes from.</param>
public sealed record NotMapMemory(Site Site, string Subject, string Helper, MemoryOrigin Origin) : Finding(Site, Subject)
{
    /// <inheritdoc/>
    public override bool IsCertain => Origin is not (MemoryOrigin.Heap or MemoryOrigin.Unknown or MemoryOrigin.Foreign);
}
