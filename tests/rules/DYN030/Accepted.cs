using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN030;

internal interface IConsumer
{
    void Take([Borrowed] ref Dynptr ptr);
}

internal static class Programs
{
    public static void Fill(IConsumer consumer)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        consumer.Take(ref ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
    }
}
