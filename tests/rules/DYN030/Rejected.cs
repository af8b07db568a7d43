using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN030;

internal interface IConsumer
{
    void Take(ref Dynptr ptr);
}

internal static class Programs
{
    public static void Fill(IConsumer consumer)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        consumer.Take(ref ptr); // expect DYN030
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
    }
}
