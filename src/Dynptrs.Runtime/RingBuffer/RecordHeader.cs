namespace Dynptrs;

/// <summary>
/// The 8 bytes before each record: a 32-bit word with the length and the state, and a 32-bit word with the distance back to
/// the start of the ring in pages. The kernel's <c>struct bpf_ringbuf_hdr</c>.
/// </summary>
internal static class RecordHeader
{
    public const int Size = 8;
    public const int Alignment = 8;
    public const uint BusyBit = 1u << 31;
    public const uint DiscardBit = 1u << 30;

    public static bool IsBusy(uint word) => (word & BusyBit) != 0;

    public static bool IsDiscarded(uint word) => (word & DiscardBit) != 0;

    /// <summary>The length of the payload in bytes.</summary>
    public static int Length(uint word) => (int)(word & ~(BusyBit | DiscardBit));

    /// <summary>The bytes that a record takes in the ring: header and payload, rounded up.</summary>
    public static long Footprint(uint length) => ((long)length + Size + Alignment - 1) & -Alignment;

    public static unsafe uint PageOffset(byte* header) => *(uint*)(header + sizeof(uint));
}
