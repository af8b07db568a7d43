using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>A reference that must be given back.</summary>
/// <param name="id">Its identity.</param>
/// <param name="kind">Its kind, or <see langword="null"/>.</param>
/// <param name="subject">The name of what acquired it.</param>
/// <param name="acquired">Where it was acquired.</param>
/// <param name="isCallers">Whether it belongs to the caller of the verified function, which sees to its release.</param>
/// <param name="parent">The reference that may not be released before this one, or 0.</param>
internal sealed class Reference(int id, string? kind, string subject, Site acquired, bool isCallers, int parent = 0)
{
    public int Id { get; } = id;

    public string? Kind { get; } = kind;

    public string Subject { get; } = subject;

    public Site Acquired { get; } = acquired;

    public bool IsCallers { get; } = isCallers;

    public int Parent { get; } = parent;
}
