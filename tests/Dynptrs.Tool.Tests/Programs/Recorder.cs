using System.Runtime.CompilerServices;
using Dynptrs;

namespace Recording;

public enum Reason
{
    None,
    Called = 2,
}

[InlineArray(8)]
public struct Label
{
    private byte _first;
}

[BpfStruct]
public partial struct Sample
{
    public Reason Reason;

    [NetworkOrder]
    private ushort _port;

    [BitField("IsLast", 1)]
    [BitField("Level", 7)]
    private byte _bits;

    public byte Kind;

    public ulong Number;

    public Label Label;
}

[BpfObject(License = "GPL")]
public static partial class Recorder
{
    /// <summary>One type, reserved as such.</summary>
    public static readonly RingBuf Samples = new(maxEntries: 64 * 1024);

    /// <summary>A number, and up to three bytes behind it.</summary>
    public static readonly RingBuf Tails = new(maxEntries: 64 * 1024);

    /// <summary>Bytes of which the code says nothing.</summary>
    public static readonly RingBuf Raw = new(maxEntries: 64 * 1024);

    public static readonly ArrayMap<int> Turns = new(maxEntries: 1);

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnCall(TracepointContext ctx)
    {
        var record = Samples.ReserveRecord<Sample>();
        if (!record)
            return 0;
        Sample sample = default;
        sample.Reason = Reason.Called;
        sample.Port = 80;
        sample.Level = 3;
        sample.Kind = 7;
        sample.Number = 42;
        sample.Label[0] = (byte)'o';
        sample.Label[1] = (byte)'k';
        record.Value = sample;
        RingBuf.SubmitRecord(record);
        return 0;
    }

    [BpfProgram("raw_tp/sys_exit")]
    public static int OnReturn(TracepointContext ctx)
    {
        ref var turn = ref Turns.Lookup(0u).Value;
        turn++;
        Write((uint)(turn & 3) + 8);
        Span<byte> bytes = stackalloc byte[3];
        bytes[0] = 0xab;
        Raw.Output(bytes);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int OnPacket(XdpBuff xdp) => XdpAction.XDP_PASS;

    private static void Write(uint size)
    {
        if (Tails.Reserve(size, out var record) == 0)
        {
            Begin(in record);
            byte last = 0xcd;
            record.Write(8, in last);
        }

        record.Submit();
    }

    private static void Begin(in Dynptr record)
    {
        ulong number = 5;
        record.Write(0, in number);
    }
}
