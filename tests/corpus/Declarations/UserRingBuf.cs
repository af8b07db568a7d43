namespace Corpus;

/// <summary>A ring buffer that user space writes and the program drains: <c>BPF_MAP_TYPE_USER_RINGBUF</c>.</summary>
/// <param name="maxEntries">The size in bytes: a power of two, and a multiple of the page size.</param>
internal sealed class UserRingBuf(int maxEntries)
{
    public int Size => maxEntries;
}
