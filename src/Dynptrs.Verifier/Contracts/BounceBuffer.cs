using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>Memory to which a call copies the bytes of an owner where they do not lie in one piece.</summary>
/// <param name="Kinds">The kinds of owner whose bytes may lie in pieces; empty for every kind.</param>
/// <param name="RequiredFor">The kinds of owner whose bytes are always copied.</param>
public sealed record BounceBuffer(ImmutableArray<string> Kinds, ImmutableArray<string> RequiredFor)
{
    /// <summary>Whether the bytes of an owner may be copied.</summary>
    /// <param name="kind">The kind of the owner.</param>
    public bool MayServe(string kind) => Kinds.IsEmpty || Kinds.Contains(kind);
}
