using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN040;

internal static class Programs
{
    public static int Finish(
        [Releases("ringbuf")]
        ref Dynptr ptr)
    {
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
