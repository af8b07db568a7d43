using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Memory;

/// <summary>An argument of a call as a path has it.</summary>
/// <param name="Value">Its value; for a by-ref argument, what is kept in the place.</param>
/// <param name="Place">The place of a by-ref argument.</param>
internal record struct ArgumentState(Value? Value, ResolvedPlace Place)
{
    /// <summary>Whether a finding was reported about it: nothing follows from it any more.</summary>
    public bool IsRefused { get; set; }
}
