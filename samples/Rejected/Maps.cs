using Dynptrs;

namespace Rejected;

internal static class Maps
{
    public static readonly RingBuf Events = new(maxEntries: 4096);

    public static readonly HashMap<uint, Counter> Counters = new(maxEntries: 16);
}
