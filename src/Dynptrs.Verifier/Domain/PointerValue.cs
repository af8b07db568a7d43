using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>A pointer to memory: a view, or a span or ref taken from one, or one to memory of the function's own.</summary>
/// <remarks>
/// Pointers that were made from one another share their identity: they are null together and die together. They point into
/// one region of memory, which alone bounds what may be reached, as in the kernel. A span has bounds of its own besides.
/// </remarks>
internal sealed class PointerValue : Value
{
    /// <summary>The size of a region of which nothing is known.</summary>
    public const long UnknownSize = -1;

    public PointerValue(int id, MemoryOrigin origin)
    {
        Id = id;
        Origin = origin;
        Offset = Scalar.Zero;
    }

    private PointerValue(PointerValue other)
    {
        Id = other.Id;
        Origin = other.Origin;
        Nullness = other.Nullness;
        Owner = other.Owner;
        Tag = other.Tag;
        Reference = other.Reference;
        IsReadOnly = other.IsReadOnly;
        Ending = other.Ending;
        Size = other.Size;
        KernelParts = other.KernelParts;
        Offset = other.Offset;
        Bytes = other.Bytes;
        CopiedAt = other.CopiedAt;
        StackDepth = other.StackDepth;
        Variable = other.Variable;
        Packet = other.Packet;
    }

    /// <summary>Its identity, which its null check settles.</summary>
    public int Id { get; }

    public MemoryOrigin Origin { get; }

    public Nullness Nullness { get; init; }

    /// <summary>The identity of the owner whose memory it is, or 0.</summary>
    public int Owner { get; init; }

    /// <summary>The kind of the owner where the view carries it.</summary>
    public string? Tag { get; init; }

    /// <summary>The reference that stands for the memory itself, which must be given back; or 0.</summary>
    public int Reference { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>What ended it, or <see langword="null"/> while it is alive.</summary>
    public Ending? Ending { get; init; }

    /// <summary>The size of the region in bytes, or of an object in entries; or <see cref="UnknownSize"/>.</summary>
    public long Size { get; init; } = UnknownSize;

    /// <summary>
    /// The parts of the region that stand for types of the kernel's, where it looks after them: in map values and globals.
    /// </summary>
    public ImmutableArray<KernelPart> KernelParts { get; init; } = ImmutableArray<KernelPart>.Empty;

    /// <summary>Where it points, in bytes from the start of the region.</summary>
    public Scalar Offset { get; init; }

    /// <summary>
    /// The length of the span that it is, in bytes, or <see langword="null"/> for a ref or a pointer: what is learned of that number
    /// holds for the span.
    /// </summary>
    public NumberValue? Bytes { get; init; }

    /// <summary>The range of <see cref="Bytes"/>.</summary>
    public Scalar? Length => Bytes?.Range;

    /// <summary>
    /// The call that gave the view, where that may be a copy in a buffer: no part of the verdict, so that states are not told apart by it.
    /// </summary>
    public Site? CopiedAt { get; init; }

    /// <summary>The depth of the frame in whose stack it points, or 0.</summary>
    public int StackDepth { get; init; }

    /// <summary>The static variable or constant into which it points, or <see langword="null"/> where that is not known.</summary>
    public object? Variable { get; init; }

    /// <summary>
    /// What is known of it besides where it points into a packet: its size is then how many bytes are proved. Else <see langword="null"/>.
    /// </summary>
    public PacketPart? Packet { get; init; }

    /// <summary>Whether it points to the start of its region.</summary>
    public bool IsUnmoved => Offset == Scalar.Zero;

    public static PointerValue Null(int id) =>
        new(id, MemoryOrigin.Unknown) { Nullness = Nullness.Null, Size = 0, Bytes = NumberValue.Constant(0) };

    public static PointerValue To(int id, MemoryOrigin origin) => new(id, origin) { Nullness = Nullness.NotNull };

    public PointerValue With(Nullness nullness) => new(this) { Nullness = nullness };

    public PointerValue EndedBy(Ending ending) => new(this) { Ending = ending };

    /// <summary>The pointer to another part of the same region.</summary>
    public PointerValue At(in Scalar offset, NumberValue? length) => new(this) { Offset = offset, Bytes = length };

    /// <summary>The same span, of whose length more is known.</summary>
    public PointerValue With(NumberValue length) => new(this) { Bytes = length };

    /// <summary>The same pointer to memory of a size, which may only be read or written too.</summary>
    public PointerValue Sized(long size, bool isReadOnly) => new(this) { Size = size, IsReadOnly = isReadOnly };

    /// <summary>The same pointer, with another anchor in its packet, of which so many bytes are proved.</summary>
    public PointerValue With(PacketPart part, long proved) => new(this) { Packet = part, Size = proved };

    /// <summary>The same pointer to memory in which parts stand for types of the kernel's.</summary>
    public PointerValue With(ImmutableArray<KernelPart> parts) => new(this) { KernelParts = parts };
}
