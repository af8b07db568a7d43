using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class BrokenContracts
{
    public static int Finish([Releases("ringbuf")] ref Dynptr ptr, bool keep)
    {
        if (!keep)
            return -1; // expect DYN041
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [return: SliceOf("ptr")]
    public static Slice<Sample> First([Borrowed] in Dynptr ptr) =>
        bpf_dynptr_data<Sample>(ptr, 0); // expect DYN041

    public static void Forget(
        [Releases("ringbuf")] // expect DYN040
        in Dynptr ptr)
    {
    }
}
