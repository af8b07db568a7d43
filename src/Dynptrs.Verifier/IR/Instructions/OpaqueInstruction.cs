using System.Collections.Immutable;

namespace Dynptrs.Verifier.IR;

/// <summary>Something that has no counterpart: ignored knowledge in host code, a finding in program code.</summary>
public sealed class OpaqueInstruction(
    Site site,
    Place? target,
    OpaqueReason reason,
    string description,
    ImmutableArray<Operand> inputs,
    ImmutableArray<Place> escapes)
    : Instruction(site)
{
    /// <summary>Where the result goes, of which nothing is known.</summary>
    public Place? Target { get; } = target;

    /// <summary>Why it cannot be followed.</summary>
    public OpaqueReason Reason { get; } = reason;

    /// <summary>What it is, as a noun phrase for a message: <c>an interpolated string</c>.</summary>
    public string Description { get; } = description;

    /// <summary>What it reads.</summary>
    public ImmutableArray<Operand> Inputs { get; } = inputs;

    /// <summary>
    /// The places that it may read and write from now on by ways that cannot be followed: their address was taken by a
    /// pointer, or reinterpreted. An owner among them is a finding.
    /// </summary>
    public ImmutableArray<Place> Escapes { get; } = escapes;

    /// <summary>Whether it runs code that may throw.</summary>
    public bool MayThrow { get; init; }

    /// <inheritdoc/>
    public override string ToString() => (Target is { } target ? $"{target} = " : "") + $"opaque {Reason} ({Description})";
}
