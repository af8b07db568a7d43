using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_ringbuf_reserve", Since = "5.8", Summary = "Reserves a record in a ring buffer, or answers null.")]
    [return: Acquires("ringbuf_mem"), MayBeNull]
    public static Slice bpf_ringbuf_reserve(RingBuf ringbuf, [ConstantSize] ulong size, ulong flags) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_ringbuf_reserve", Since = "5.8", Summary = "Reserves a record in a ring buffer, or answers null.")]
    [return: Acquires("ringbuf_mem"), MayBeNull]
    public static Slice<T> bpf_ringbuf_reserve<T>(RingBuf ringbuf, ulong flags)
        where T : unmanaged =>
        throw new NotSupportedException();

    [BpfHelper("bpf_ringbuf_submit", Since = "5.8", Summary = "Hands a record of a ring buffer to its reader.")]
    public static void bpf_ringbuf_submit([Releases("ringbuf_mem")] Slice data, ulong flags) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_ringbuf_submit", Since = "5.8", Summary = "Hands a record of a ring buffer to its reader.")]
    public static void bpf_ringbuf_submit<T>([Releases("ringbuf_mem")] Slice<T> data, ulong flags)
        where T : unmanaged =>
        throw new NotSupportedException();

    [BpfHelper("bpf_ringbuf_discard", Since = "5.8", Summary = "Drops a record of a ring buffer.")]
    public static void bpf_ringbuf_discard([Releases("ringbuf_mem")] Slice data, ulong flags) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_ringbuf_discard", Since = "5.8", Summary = "Drops a record of a ring buffer.")]
    public static void bpf_ringbuf_discard<T>([Releases("ringbuf_mem")] Slice<T> data, ulong flags)
        where T : unmanaged =>
        throw new NotSupportedException();
}
