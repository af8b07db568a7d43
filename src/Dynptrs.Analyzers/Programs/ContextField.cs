using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Programs;

/// <summary>A field of a context, or each element of an array in it.</summary>
/// <param name="Name">The kernel's name.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="Readers">
/// The programs that may read it: program types without prefix, or sections without the place that they are attached to.
/// </param>
/// <param name="Writers">The programs that may write it, named in the same way; none where it is left out.</param>
internal sealed record ContextField(string Name, int Size, ImmutableArray<string> Readers, ImmutableArray<string> Writers = default)
{
    /// <summary>How many bytes may be read at once besides the whole field.</summary>
    public ImmutableArray<int> ReadSizes { get; init; } = [];

    /// <summary>How many bytes may be written at once besides the whole field.</summary>
    public ImmutableArray<int> WriteSizes { get; init; } = [];

    /// <summary>The programs that may read or write some bytes at the start of the field at once.</summary>
    /// <param name="size">How many.</param>
    /// <param name="isWrite">Whether they are written.</param>
    public ImmutableArray<string> Programs(int size, bool isWrite)
    {
        var (programs, sizes) = isWrite ? (Writers, WriteSizes) : (Readers, ReadSizes);
        return programs.IsDefault || (size != Size && !sizes.Contains(size)) ? [] : programs;
    }
}
