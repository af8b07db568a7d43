namespace Dynptrs.Verifier.Domain;

/// <summary>Something about which a finding was reported: no second finding follows from it.</summary>
internal sealed class PoisonedValue : Value
{
    private PoisonedValue()
    {
    }

    public static PoisonedValue Instance { get; } = new();
}
