using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Contracts;

/// <summary>What a declaration says about one parameter.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Type">The type of the parameter, without its ref kind.</param>
/// <param name="Passing">How the argument is passed.</param>
public sealed record ParameterContract(string Name, IrType Type, ArgumentPassing Passing)
{
    /// <summary>The type in C, or <see langword="null"/> where <see cref="Type"/> says it.</summary>
    public string? KernelType { get; init; }

    /// <summary>The call makes a live owner without a reference.</summary>
    public bool Initializes { get; init; }

    /// <summary>The call acquires a reference.</summary>
    public bool Acquires { get; init; }

    /// <summary>The call releases the reference.</summary>
    public bool Releases { get; init; }

    /// <summary>The release does nothing where nothing is held.</summary>
    public bool ReleasesIfHeld { get; init; }

    /// <summary>
    /// The kind that <see cref="Initializes"/> or <see cref="Acquires"/> makes, or that <see cref="Releases"/> asks for;
    /// <see langword="null"/> for none or any.
    /// </summary>
    public string? Kind { get; init; }

    /// <summary>The owner is lent: neither released nor made anew.</summary>
    public bool IsBorrowed { get; init; }

    /// <summary>The parameter whose owner is cloned into this one, or -1.</summary>
    public int CloneOf { get; init; } = -1;

    /// <summary>The parameter whose object is the parent of what is acquired here, or -1.</summary>
    public int DependsOn { get; init; } = -1;

    /// <summary>The object must be trusted.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>An object that is asked to be trusted may be one that RCU protects, too.</summary>
    public bool AcceptsRcu { get; init; }

    /// <summary>Null is accepted.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>The length must be a constant.</summary>
    public bool IsConstantSize { get; init; }

    /// <summary>The parameter whose length in bytes this is, or -1.</summary>
    public int LengthOf { get; init; } = -1;

    /// <summary>
    /// The least number of bytes of the memory, which must be there; or the least length. <see langword="null"/> where nothing is said.
    /// </summary>
    public long? MinimumSize { get; init; }

    /// <summary>The bytes must be a constant string.</summary>
    public bool IsConstantString { get; init; }

    /// <summary>The memory that a callback is given is read-only, whatever is made of it.</summary>
    public bool IsReadOnlyOrigin { get; init; }

    /// <summary>The memory must be a map value or a global.</summary>
    public bool IsMapMemory { get; init; }

    /// <summary>The call makes slices invalid.</summary>
    public SliceInvalidation? Invalidates { get; init; }

    /// <summary>The numbers for which the call does not fail, or <see langword="null"/> where nothing is said.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>The kinds of the first owner for which the call takes numbers outside of <see cref="Range"/>, too.</summary>
    public ImmutableArray<string> RangeExcept { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The flags that wake a reader whatever it has still to read.</summary>
    public ulong WakeUpFlags { get; init; }

    /// <summary>The call may copy to this memory what it gives a view of, or <see langword="null"/>.</summary>
    public BounceBuffer? Bounce { get; init; }

    /// <summary>The call writes to the memory behind the owner; on memory, that must be writable.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The helper that gives the memory at once where this number is a constant, or <see langword="null"/>.</summary>
    public string? ConstantForm { get; init; }

    /// <summary>The call runs the delegate.</summary>
    public CallbackContract? Callback { get; init; }
}
