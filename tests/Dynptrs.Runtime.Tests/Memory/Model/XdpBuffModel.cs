using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Tests.Memory.Model;

/// <summary>The packet of an XDP program: a room in which three positions move, and fragments behind it.</summary>
internal sealed class XdpBuffModel : MemoryModel
{
    private const int Frame = 40;
    private const int EthernetHeader = 14;
    private const int Limit = 0xffff;

    private readonly XdpBuff _packet;
    private readonly byte[] _room;
    private readonly List<(byte[] Bytes, int Pulled)> _fragments;
    private readonly int _fragmentSize;
    private int _meta;
    private int _start;
    private int _end;

    public XdpBuffModel(byte[] metadata, int headroom, int tailroom, int fragmentSize, params byte[][] pieces)
    {
        var options = new PacketOptions
        {
            Headroom = Frame + headroom + metadata.Length,
            Tailroom = tailroom,
            Metadata = metadata,
            FragmentSize = fragmentSize,
        };
        _packet = new XdpBuff(options, pieces[0], [.. pieces.Skip(1).Select(piece => piece.AsMemory())]);
        _room = [.. new byte[Frame + headroom], .. metadata, .. pieces[0], .. new byte[tailroom]];
        _meta = Frame + headroom;
        _start = _meta + metadata.Length;
        _end = _start + pieces[0].Length;
        _fragments = [.. pieces.Skip(1).Select(piece => (piece.ToArray(), 0))];
        _fragmentSize = fragmentSize;
    }

    public override byte[] Bytes => [.. _room[_start.._end], .. _fragments.SelectMany(fragment => fragment.Bytes)];

    public override bool HasData => false;

    public override void AssertAgrees(scoped in Dynptr whole)
    {
        Assert.Equal(Bytes, _packet.ToArray());
        Assert.Equal(_end - _start, _packet.LinearLength);
        Assert.Equal(_room[_meta.._start], _packet.Metadata.ToArray());
        Assert.Equal(_fragments.Select(fragment => fragment.Bytes), _packet.Fragments.Select(fragment => fragment.ToArray()));
        Assert.Equal((_start, _room.Length - _end), (_packet.Headroom, _packet.Tailroom));
    }

    public override bool Perform(MemoryCall call)
    {
        var buffer = Data.Random(call.Seed, call.Length);
        var argument = (int)call.Argument;
        switch (call.Name)
        {
            case "head":
                Assert.Equal(AdjustHead(argument), _packet.AdjustHead(argument));
                return true;
            case "tail":
                Assert.Equal(AdjustTail(argument), _packet.AdjustTail(argument));
                return true;
            case "meta":
                Assert.Equal(AdjustMeta(argument), _packet.AdjustMetadata(argument));
                return true;
            case "pull":
                Assert.Equal(Pull((uint)argument), _packet.PullData((uint)argument));
                return true;
            case "store":
                Assert.Equal(WriteMemory((uint)argument, buffer, 0), _packet.StoreBytes((uint)argument, buffer));
                return false;
            case "load":
                byte[] expected = [.. buffer];
                Assert.Equal(ReadMemory((uint)argument, expected), _packet.LoadBytes((uint)argument, buffer));
                Assert.Equal(expected, buffer);
                return false;
            default:
                return base.Perform(call);
        }
    }

    public override bool IsDirect(ulong offset, int length)
    {
        if (Check(offset, length) != 0)
            return false;
        if (length == 0 && offset == (uint)Bytes.Length)
            return true;
        long pieceEnd = _end - _start;
        foreach ((var bytes, _) in _fragments)
        {
            if ((long)offset < pieceEnd)
                break;
            pieceEnd += bytes.Length;
        }

        return (long)offset + length <= pieceEnd;
    }

    public override bool CopyToBuffer(ulong offset, Span<byte> buffer)
    {
        var bytes = Bytes;
        if (offset < (uint)bytes.Length)
            bytes.AsSpan((int)offset, Math.Min(buffer.Length, bytes.Length - (int)offset)).CopyTo(buffer);
        return true;
    }

    protected override Dynptr Create() => Tests.Make.Packet(_packet);

    protected override int ReadMemory(ulong offset, Span<byte> destination)
    {
        var error = Check(offset, destination.Length);
        if (error == 0)
            Bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
        return error;
    }

    protected override int WriteMemory(ulong offset, ReadOnlySpan<byte> source, ulong flags)
    {
        var error = flags != 0 ? -Errno.EINVAL : Check(offset, source.Length);
        if (error != 0)
            return error;
        foreach (var value in source)
        {
            ByteAt((int)offset) = value;
            offset++;
        }

        return 0;
    }

    private int Check(ulong offset, int length) =>
        offset > Limit || length > Limit ? -Errno.EFAULT : offset + (uint)length > (uint)Bytes.Length ? -Errno.EINVAL : 0;

    private ref byte ByteAt(int offset)
    {
        if (offset < _end - _start)
            return ref _room[_start + offset];
        offset -= _end - _start;
        var index = 0;
        while (offset >= _fragments[index].Bytes.Length)
            offset -= _fragments[index++].Bytes.Length;
        return ref _fragments[index].Bytes[offset];
    }

    private int AdjustHead(int delta)
    {
        var start = (long)_start + delta;
        var length = _start - _meta;
        if (start < Frame + length || start > _end - EthernetHeader)
            return -Errno.EINVAL;
        Array.Copy(_room, _meta, _room, (int)start - length, length);
        _start = (int)start;
        _meta = _start - length;
        return 0;
    }

    private int AdjustMeta(int delta)
    {
        var meta = (long)_meta + delta;
        if (meta < Frame || meta > _start)
            return -Errno.EINVAL;
        if ((_start - meta) % 4 != 0 || _start - meta > 252)
            return -Errno.EACCES;
        _meta = (int)meta;
        return 0;
    }

    private int AdjustTail(int delta)
    {
        if (_fragments.Count == 0)
        {
            if ((long)_end + delta > _room.Length || (long)_end + delta < _start + EthernetHeader)
                return -Errno.EINVAL;
            Array.Clear(_room, Math.Min(_end, _end + delta), Math.Max(0, delta));
            _end += delta;
            return 0;
        }

        if (delta < 0)
            return Cut(-delta);
        if (_fragmentSize == 0)
            return -Errno.EOPNOTSUPP;
        (var bytes, var pulled) = _fragments[^1];
        if (delta > _fragmentSize - pulled - bytes.Length)
            return -Errno.EINVAL;
        _fragments[^1] = ([.. bytes, .. new byte[delta]], pulled);
        return 0;
    }

    private int Cut(int count)
    {
        if (count > Bytes.Length - EthernetHeader)
            return -Errno.EINVAL;
        while (count > 0 && _fragments.Count > 0)
        {
            (var bytes, var pulled) = _fragments[^1];
            var cut = Math.Min(count, bytes.Length);
            count -= cut;
            if (cut == bytes.Length)
                _fragments.RemoveAt(_fragments.Count - 1);
            else
                _fragments[^1] = (bytes[..^cut], pulled);
        }

        _end -= count;
        return 0;
    }

    private int Pull(uint length)
    {
        var linear = _end - _start;
        if (length <= linear)
            return 0;
        var missing = (int)Math.Min(length, int.MaxValue) - linear;
        var tailroom = _room.Length - _end;
        if (length > Bytes.Length || missing > tailroom + _meta - Frame)
            return -Errno.EINVAL;
        var shift = Math.Max(0, missing - tailroom);
        Array.Copy(_room, _meta, _room, _meta - shift, _end - _meta);
        (_meta, _start, _end) = (_meta - shift, _start - shift, _end - shift);
        while (missing > 0)
        {
            (var bytes, var pulled) = _fragments[0];
            var count = Math.Min(missing, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(_room.AsSpan(_end));
            _end += count;
            missing -= count;
            if (count == bytes.Length)
                _fragments.RemoveAt(0);
            else
                _fragments[0] = (bytes[count..], pulled + count);
        }

        return 0;
    }
}
