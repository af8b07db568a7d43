using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Findings;

/// <summary>References as a person knows them.</summary>
internal static class HeldReferences
{
    /// <summary>Names a reference after the variable that holds it now, which may not be the one that acquired it.</summary>
    public static HeldReference Of(State state, Reference reference)
    {
        var name = Ownership.NameHolder(state, reference);
        return new HeldReference(name.Length > 0 ? name : reference.Subject, reference.Kind, reference.Acquired);
    }

    /// <summary>All references that the verified function must give back.</summary>
    public static ImmutableArray<HeldReference> All(State state)
    {
        var held = ImmutableArray.CreateBuilder<HeldReference>(state.References.Length);
        foreach (var reference in state.References)
        {
            if (!reference.IsCallers)
                held.Add(Of(state, reference));
        }

        return held.ToImmutable();
    }
}
