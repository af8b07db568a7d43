namespace Dynptrs.Verifier.IR;

/// <summary>Why an <see cref="OpaqueInstruction"/> cannot be followed.</summary>
public enum OpaqueReason
{
    /// <summary>BPF has no counterpart: the heap, exceptions, closures, floats, strings.</summary>
    NoCounterpart,

    /// <summary>A pointer or <c>Unsafe</c> makes bytes out of a typed place.</summary>
    Reinterpretation,
}
