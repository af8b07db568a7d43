using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN041;

internal static class Programs
{
    public static int Finish([Releases("ringbuf")] ref Dynptr ptr, bool keep)
    {
        if (!keep)
            return -1; // expect DYN041
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
