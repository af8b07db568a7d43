using Dynptrs;

namespace Rules.DYN040;

internal static class Programs
{
    public static int Finish(
        [Releases("ringbuf")] // expect DYN040
        in Dynptr ptr)
    {
        return 0;
    }
}
