using Dynptrs.Interpreter.Values;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>What a dynptr is while a lowered program runs.</summary>
/// <param name="Memory">The memory, or <see langword="null"/> for a null dynptr.</param>
/// <param name="Start">Where the view begins in the memory.</param>
/// <param name="Size">The size of the view.</param>
/// <param name="IsReadOnly">Whether it may only be read.</param>
/// <param name="IsPacket">Whether it is a packet, which gives no data slice.</param>
internal sealed record DynptrData(MemoryRegion? Memory, long Start, ulong Size, bool IsReadOnly = false, bool IsPacket = false)
{
    public static DynptrData Null { get; } = new(null, 0, 0);

    public bool IsNull => Memory is null;

    public bool Contains(ulong offset, ulong length) => length <= Size && offset <= Size - length;

    public System.Span<byte> Bytes(ulong offset, ulong length) =>
        System.MemoryExtensions.AsSpan(Memory!.Bytes, (int)(Start + (long)offset), (int)length);
}
