namespace Dynptrs.Verifier.Domain;

/// <summary>An object that a traced function was called with: the kernel does not vouch for it.</summary>
internal sealed class UntrustedValue : Value
{
    private UntrustedValue()
    {
    }

    public static UntrustedValue Instance { get; } = new();
}
