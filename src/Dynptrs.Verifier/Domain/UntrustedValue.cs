namespace Dynptrs.Verifier.Domain;

/// <summary>An object that the kernel does not vouch for: it may be gone, or never have been there.</summary>
/// <param name="id">Its identity.</param>
/// <param name="isRead">Whether it was read out of another object, not given by a traced function.</param>
internal sealed class UntrustedValue(int id, bool isRead) : Value
{
    public int Id { get; } = id;

    public bool IsRead { get; } = isRead;
}
