using System.Runtime.CompilerServices;
using Dynptrs;

namespace Golden.PacketPointers;

/// <summary>Small programs of the kernel's kind, which reach packets through pointers.</summary>
[BpfObject(License = "GPL")]
internal static class Direct
{
    private const ushort ClosedPort = 515;

    private static readonly PerCpuArrayMap<ulong> packets = new(maxEntries: 256);

    private ref struct Cursor
    {
        public PacketPointer Position;
        public PacketPointer End;
    }

    /// <summary>Counts packets by what they carry.</summary>
    [BpfProgram("xdp")]
    public static int CountProtocols(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 34 > end)
            return XdpAction.XDP_PASS;
        ref var ethernet = ref data.As<EthHdr>();
        ref var ip = ref (data + 14).As<IpHdr>();
        if (ethernet.Protocol != EtherType.Ip)
            return XdpAction.XDP_PASS;
        var count = packets.Lookup((uint)ip.Protocol);
        if (count)
            count.Value++;
        return XdpAction.XDP_PASS;
    }

    /// <summary>Sends packets back to where they came from.</summary>
    [BpfProgram("xdp")]
    public static int SwapAddresses(XdpBuff context)
    {
        var data = context.Data;
        if (data + 14 > context.DataEnd)
            return XdpAction.XDP_DROP;
        ref var ethernet = ref data.As<EthHdr>();
        (ethernet.Source, ethernet.Destination) = (ethernet.Destination, ethernet.Source);
        return XdpAction.XDP_TX;
    }

    /// <summary>Drops what goes to a port.</summary>
    [BpfProgram("tc")]
    public static int DropPort(SkBuff skb)
    {
        if (skb.PullData(64) < 0)
            return TcAction.TC_ACT_OK;
        var cursor = new Cursor { Position = skb.Data, End = skb.DataEnd };
        var ip = cursor.Position + 14;
        if (!Skip(ref cursor, 34) || ip.As<IpHdr>().Version != 4 || ip[9] is not (6 or 17))
            return TcAction.TC_ACT_OK;
        uint length = ip.As<IpHdr>().HeaderLength;
        var ports = ip + (4 * length);
        if (length < 5 || ports + 4 > cursor.End)
            return TcAction.TC_ACT_OK;
        return ports[2] << 8 == (ClosedPort & 0xff00) && ports[3] == (ClosedPort & 0xff) ? TcAction.TC_ACT_SHOT : TcAction.TC_ACT_OK;
    }

    /// <summary>Counts options, and marks the packet with their number.</summary>
    [BpfProgram("tc")]
    public static int CountOptions(SkBuff skb)
    {
        var option = skb.Data + 34;
        var end = skb.DataEnd;
        byte found = 0;
        for (var i = 0; i < 10; i++)
        {
            if (option + 2 > end || option[0] == 0)
                break;
            if (option[0] == 1)
            {
                option += 1;
                continue;
            }

            var length = option[1];
            if (length < 2)
                break;
            found++;
            option += length;
        }

        var data = skb.Data;
        if (data + 1 > end)
            return TcAction.TC_ACT_OK;
        data[0] = found;
        return TcAction.TC_ACT_OK;
    }

    /// <summary>Adds up the bytes of a header, and what lies in front of the packet.</summary>
    [BpfProgram("xdp")]
    public static int Sum(XdpBuff context)
    {
        var metadata = context.DataMeta;
        var data = context.Data;
        var end = context.DataEnd;
        var sum = 0u;
        if (metadata + sizeof(uint) <= data)
            sum = metadata.As<uint>();
        if (data + Unsafe.SizeOf<EthHdr>() + 20 <= end)
            sum += (uint)BpfChecksum.Difference(default, (data + 14).AsSpan(20), sum);
        if (data + 4 <= end)
            data.As<uint>() = sum;
        return end - data > 1000 ? XdpAction.XDP_DROP : XdpAction.XDP_PASS;
    }

    private static bool Skip(scoped ref Cursor cursor, uint bytes)
    {
        if (cursor.Position + bytes > cursor.End)
            return false;
        cursor.Position += bytes;
        return true;
    }
}
