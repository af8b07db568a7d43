using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Pointers into packets that were moved from round to round of an iterator, and proved in each.</summary>
internal static class PacketRounds
{
    [BpfProgram("xdp")]
    public static int offset_counted_in_rounds(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var sum = 0;
        uint at = 0;
        foreach (var i in BpfLoop.Range(0, 10))
        {
            if (at > 1000)
                break;
            var p = data + at;
            if (p + 2 > end)
                break;
            sum += p[0];
            at += p[1];
        }

        return sum & 3;
    }

    [BpfProgram("xdp")]
    public static int offset_counted_in_rounds_and_one_behind(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var sum = 0;
        uint at = 0;
        foreach (var i in BpfLoop.Range(0, 10))
        {
            if (at > 1000)
                break;
            var p = data + at;
            if (p + 2 > end)
                break;
            sum += p[0];
            at += /*!DYN007*/p[2]/*!*/;
        }

        return sum & 3;
    }
}
