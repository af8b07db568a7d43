namespace Dynptrs.Interpreter.Values;

/// <summary>A region of memory.</summary>
/// <param name="bytes">Its content.</param>
public sealed class MemoryRegion(byte[] bytes)
{
    /// <summary>Its content.</summary>
    public byte[] Bytes { get; } = bytes;
}
