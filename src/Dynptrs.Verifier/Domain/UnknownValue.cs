namespace Dynptrs.Verifier.Domain;

/// <summary>Something of which nothing is known.</summary>
internal sealed class UnknownValue : Value
{
    private UnknownValue()
    {
    }

    public static UnknownValue Instance { get; } = new();
}
