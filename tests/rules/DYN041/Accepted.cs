using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN041;

internal static class Programs
{
    public static int Finish([Releases("ringbuf")] ref Dynptr ptr, bool keep)
    {
        if (!keep)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        else
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
