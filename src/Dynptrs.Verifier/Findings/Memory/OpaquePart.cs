using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Bytes are reached, or may be, which only the functions of their own type may reach.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
/// <param name="Part">Whose bytes they are.</param>
public sealed record OpaquePart(Site Site, string Subject, MemoryAccess Access, KernelPart Part) : AccessFinding(Site, Subject, Access)
{
    /// <summary>Whether nothing else is reached.</summary>
    public bool IsWithin => Access.First >= Part.Offset && Access.Last + Access.Size <= Part.Offset + Part.Size;
}
