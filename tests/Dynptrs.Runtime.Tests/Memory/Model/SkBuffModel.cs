using System;
using System.Linq;

namespace Dynptrs.Tests.Memory.Model;

/// <summary>A socket buffer: bytes, of which the first are linear.</summary>
internal class SkBuffModel : MemoryModel
{
    private const int MaxLength = 16064;
    private const int EthernetHeader = 14;

    private readonly byte[] _metadata;
    private byte[] _bytes;
    private int _linear;
    private int _network;

    public SkBuffModel(BpfProgramType type, byte[] metadata, int headroom, params byte[][] pieces)
    {
        Packet = new SkBuff(
            type,
            new PacketOptions { Headroom = metadata.Length + headroom, Metadata = metadata },
            pieces[0],
            [.. pieces.Skip(1).Select(piece => piece.AsMemory())]);
        var hidden = type is BpfProgramType.SchedCls or BpfProgramType.SchedAct ? 0 : EthernetHeader;
        _metadata = [.. metadata];
        _bytes = pieces.SelectMany(piece => piece).Skip(hidden).ToArray();
        _linear = pieces[0].Length - hidden;
        _network = EthernetHeader - hidden;
        IsReadOnly = type is not (BpfProgramType.SchedCls or BpfProgramType.LwtXmit);
    }

    public override byte[] Bytes => _bytes;

    public override bool IsReadOnly { get; }

    public override bool HasData => false;

    public override bool WritingEndsSlices => true;

    protected SkBuff Packet { get; }

    protected byte[] Metadata => _metadata;

    public override void AssertAgrees(scoped in Dynptr whole)
    {
        Assert.Equal(_bytes, Packet.ToArray());
        Assert.Equal(_linear, Packet.LinearLength);
        Assert.Equal(_bytes[.._linear], Packet.Linear.ToArray());
        Assert.Equal(_bytes[_linear..], Packet.Fragments.SelectMany(fragment => fragment.ToArray()));
        Assert.Equal(_metadata, Packet.Metadata.ToArray());
    }

    public override bool Perform(MemoryCall call)
    {
        var buffer = Data.Random(call.Seed, call.Length);
        var argument = (uint)call.Argument;
        switch (call.Name)
        {
            case "pull":
                Assert.Equal(Pull(argument), Packet.PullData(argument));
                return true;
            case "head":
                Assert.Equal(ChangeHead(argument, call.Flags), Packet.ChangeHead(argument, call.Flags));
                return true;
            case "tail":
                Assert.Equal(ChangeTail(argument, call.Flags), Packet.ChangeTail(argument, call.Flags));
                return true;
            case "store":
                Assert.Equal(StoreBytes(argument, buffer, call.Flags), Packet.StoreBytes(argument, buffer, call.Flags));
                return true;
            case "load":
                byte[] expected = [.. buffer];
                Assert.Equal(LoadBytes(argument, expected), Packet.LoadBytes(argument, buffer));
                Assert.Equal(expected, buffer);
                return false;
            default:
                return base.Perform(call);
        }
    }

    public override bool IsDirect(ulong offset, int length) => offset + (uint)length <= (uint)_linear;

    public override bool CopyToBuffer(ulong offset, Span<byte> buffer) =>
        offset + (uint)buffer.Length <= (uint)_bytes.Length && LoadBytes(offset, buffer) == 0;

    protected override Dynptr Create() => Tests.Make.Packet(Packet);

    protected override int ReadMemory(ulong offset, Span<byte> destination) => LoadBytes(offset, destination);

    protected override int WriteMemory(ulong offset, ReadOnlySpan<byte> source, ulong flags) => StoreBytes(offset, source, flags);

    private int LoadBytes(ulong offset, Span<byte> destination)
    {
        if (offset + (uint)destination.Length > (uint)_bytes.Length)
        {
            destination.Clear();
            return -Errno.EFAULT;
        }

        _bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
        return 0;
    }

    private int StoreBytes(ulong offset, ReadOnlySpan<byte> source, ulong flags)
    {
        if (flags > 3)
            return -Errno.EINVAL;
        if (offset + (uint)source.Length > (uint)_bytes.Length)
            return -Errno.EFAULT;
        source.CopyTo(_bytes.AsSpan((int)offset));
        _linear = Math.Max(_linear, (int)offset + source.Length);
        return 0;
    }

    private int Pull(uint length)
    {
        if (length > _bytes.Length)
            return -Errno.ENOMEM;
        _linear = Math.Max(_linear, (int)length);
        return 0;
    }

    private int ChangeHead(uint length, ulong flags)
    {
        if (flags != 0 || length > int.MaxValue || _bytes.Length + (long)length > MaxLength)
            return -Errno.EINVAL;
        _bytes = [.. new byte[length], .. _bytes];
        _linear += (int)length;
        _network += (int)length;
        return 0;
    }

    private int ChangeTail(uint length, ulong flags)
    {
        if (flags != 0 || length > MaxLength || length < _network)
            return -Errno.EINVAL;
        Array.Resize(ref _bytes, (int)length);
        _linear = (int)length;
        return 0;
    }
}
