using System;
using Dynptrs;
using static Golden.Records.Bpf;

namespace Golden.Records;

[BpfHelpers]
internal static partial class Bpf;

internal struct Head
{
    public byte Kind;
    public uint Length;
    public ushort Port;
}

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly RingBuf Events = new(4096);
    public static readonly uint Kind = 3;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        var record = Events.ReserveRecord<Head>();
        if (!record)
            return 0;
        record.Value = new Head { Kind = (byte)Kind, Length = (uint)skb.Length, Port = skb.Protocol };
        if (skb.Length > 1500)
            RingBuf.DiscardRecord(record);
        else
            RingBuf.SubmitRecord(record);
        return 0;
    }
}
