namespace Dynptrs.Interpreter.Values;

/// <summary>A region of memory.</summary>
/// <param name="bytes">Its content.</param>
public sealed class MemoryRegion(byte[] bytes)
{
    /// <summary>Its content.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <summary>The frame on whose stack it lies, or <see langword="null"/>.</summary>
    internal Frame? Frame { get; init; }

    /// <summary>What made it, however often that runs; or <see langword="null"/>.</summary>
    internal object? Place { get; init; }
}
