namespace Dynptrs.Interpreter.Values;

/// <summary>A view, a span, a ref or a pointer.</summary>
/// <param name="Memory">The region, or <see langword="null"/> for null.</param>
/// <param name="Start">Where the region that may be reached begins in the memory.</param>
/// <param name="Size">The size of that region in bytes.</param>
/// <param name="Offset">Where it points, in bytes from the start of the region.</param>
/// <param name="Length">The length of a span in bytes, or -1.</param>
/// <param name="IsReadOnly">Whether nothing may be written through it.</param>
/// <param name="Lifetime">How long the memory is there, or <see langword="null"/> for always.</param>
public sealed record Pointer(MemoryRegion? Memory, long Start, long Size, long Offset, long Length, bool IsReadOnly, Lifetime? Lifetime)
    : Value
{
    /// <summary>The reference that stands for the memory itself, or <see langword="null"/>.</summary>
    public Reference? Reference { get; init; }

    /// <summary>Whether it was read from memory, or made of a number: nobody knows where it points.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether it was moved further than any memory reaches, be it that it came back.</summary>
    public bool IsStray { get; init; }

    /// <summary>A pointer that may point anywhere.</summary>
    public static Pointer Foreign { get; } = new(null, 0, 0, 0, -1, false, null) { IsForeign = true };

    /// <summary>Null, and the empty span.</summary>
    public static Pointer Null { get; } = new(null, 0, 0, 0, 0, false, null);

    /// <summary>A pointer to all of a region.</summary>
    public static Pointer To(MemoryRegion memory, bool isReadOnly = false) => new(memory, 0, memory.Bytes.Length, 0, -1, isReadOnly, null);
}
