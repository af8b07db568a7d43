namespace Dynptrs.Verifier.Domain;

/// <summary>A comparison of a pointer or a handle with null.</summary>
/// <param name="id">The identity of what was compared.</param>
/// <param name="resultWhenNull">The outcome for null.</param>
/// <param name="subject">Its name, for the trace.</param>
internal sealed class NullOutcome(int id, bool resultWhenNull, string subject) : Outcome
{
    public int Id { get; } = id;

    public bool ResultWhenNull { get; } = resultWhenNull;

    public string Subject { get; } = subject;
}
