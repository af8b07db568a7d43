using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Contracts;

/// <summary>What a declaration says about the value that it returns.</summary>
/// <param name="Type">
/// The type of the value, a <see cref="PointerType"/> for a return by reference, or <see langword="null"/> for none.
/// </param>
public sealed record ReturnContract(IrType? Type)
{
    /// <summary>The type in C, or <see langword="null"/> where <see cref="Type"/> says it.</summary>
    public string? KernelType { get; init; }

    /// <summary>
    /// The type in C of the object that this call returns, whatever the declaration says of all calls; or <see langword="null"/>.
    /// </summary>
    public string? ObjectType { get; init; }

    /// <summary>The value is returned by reference: a <see cref="PointerType"/> to one value, not a span.</summary>
    public bool IsByReference { get; init; }

    /// <summary>The value is an owner without a reference.</summary>
    public bool Initializes { get; init; }

    /// <summary>The value holds a reference.</summary>
    public bool Acquires { get; init; }

    /// <summary>The kind of what is returned, or <see langword="null"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>The parameter whose owner the returned view points into, or -1.</summary>
    public int SliceOf { get; init; } = -1;

    /// <summary>The parameter whose length in bytes the size of the returned view is, or -1.</summary>
    public int LengthOf { get; init; } = -1;

    /// <summary>The edge of a packet that the returned pointer points to, or <see langword="null"/>.</summary>
    public PacketContract? Packet { get; init; }

    /// <summary>The parameter whose object is returned under another type, or -1.</summary>
    public int SameAs { get; init; } = -1;

    /// <summary>The class that stands for the struct that is returned copies each field from wherever it lies.</summary>
    public bool IsProbed { get; init; }

    /// <summary>The memory is read-only, whatever is made of it.</summary>
    public bool IsReadOnlyOrigin { get; init; }

    /// <summary>The view carries the kind of its owner.</summary>
    public bool IsTagged { get; init; }

    /// <summary>The parameter whose object is the parent of what is acquired, or -1.</summary>
    public int DependsOn { get; init; } = -1;

    /// <summary>The range in which the number lies, or <see langword="null"/> where nothing is said.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>The argument from which on the number lies, or those of the enumeration; -1 where nothing is said.</summary>
    public int CountsFrom { get; init; } = -1;

    /// <summary>The argument below which the number lies, or those of the enumeration; -1 where nothing is said.</summary>
    public int CountsTo { get; init; } = -1;

    /// <summary>Whether arguments bound the number, or those of the enumeration.</summary>
    public bool IsCounted => CountsFrom >= 0 && CountsTo >= 0;

    /// <summary>The parameter whose length in bytes the number does not exceed, unless it is an errno; or -1.</summary>
    public int AtMostLengthOf { get; init; } = -1;

    /// <summary>The object is read out of another, which the kernel does not vouch for.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>The value may be null.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>The kinds of the owner for which the view is always null.</summary>
    public ImmutableArray<string> NullKinds { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The errno alone tells whether the call did its work.</summary>
    public bool Decides { get; init; }

    /// <summary>
    /// The parameter that is an index, for which the value is not null while it is a constant below the capacity of the first; or -1.
    /// </summary>
    public int ExceptIndex { get; init; } = -1;

    /// <summary>The member compares its first parameter with null and answers this for null.</summary>
    public bool? NullTest { get; init; }

    /// <summary>The member reaches the memory behind its first parameter; a pointer that it returns is that memory.</summary>
    public bool Dereferences { get; init; }

    /// <summary>The value is null or false after a number of calls on the first parameter.</summary>
    public bool EndsLoops { get; init; }

    /// <summary>The value is the length of the first parameter, in elements.</summary>
    public bool IsLength { get; init; }
}
