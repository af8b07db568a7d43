using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_user_ringbuf_drain", Since = "6.1", Summary = "Runs a callback on every sample of a ring buffer that user space writes.")]
    public static int bpf_user_ringbuf_drain(UserRingBuf map, [Callback] UserRingBufCallback callback, ulong flags) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_user_ringbuf_drain", Since = "6.1", Summary = "Runs a callback with a context on every sample of a ring buffer that user space writes.")]
    public static int bpf_user_ringbuf_drain<T>(UserRingBuf map, [Callback(Context = "context")] UserRingBufCallback<T> callback, ref T context, ulong flags)
        where T : allows ref struct =>
        throw new NotSupportedException();
}
