using System.Linq;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <content>Packets: what is reached through pointers, and what changes them.</content>
internal sealed partial class ProgramGenerator
{
    private void UsePacket()
    {
        var (data, end) = (NewName("data"), NewName("end"));
        Line($"var {data} = context.Data;");
        Line($"var {end} = context.DataEnd;");
        var length = Pick<int>([14, 20, 34, 54]);
        var few = _slips.IsHere(Slip.OffByOne) ? length - 1 : length;
        var isInverted = _slips.IsHere(Slip.TestInverted);
        var isProved = !_slips.IsHere(Slip.BoundLeftOut);
        void Use()
        {
            UsePacketMemory(AddPacket(data, length));
        }

        if (!isProved)
        {
            Use();
        }
        else if (Chance(60))
        {
            var way = Next(3);
            Leave(way switch
            {
                0 => $"if ({data} + {few} {(isInverted ? "<=" : ">")} {end})",
                1 => $"if ({end} {(isInverted ? ">=" : "<")} {data} + {few})",
                _ => $"if (!({data} + {few} {(isInverted ? ">" : "<=")} {end}))",
            });
            Use();
        }
        else
        {
            _frame.Block($"if ({data} + {few} {(isInverted ? ">" : "<=")} {end})", () =>
            {
                Use();
                Statements(3);
            });
        }

        if (isProved && _frame.Loops < 2 && Chance(30))
            Advance(data, end);
    }

    private Memory AddPacket(string pointer, int length) => _frame.Add(new Memory(pointer, length)
    {
        IsWritable = _kind.MayWritePacket,
        IsInPacket = true,
        IsPointer = true,
        Span = $"{pointer}.AsSpan({length})",
    });

    /// <summary>The last byte first: what was not proved shows there.</summary>
    private void UsePacketMemory(Memory memory)
    {
        var at = Chance(50) ? memory.Length - 1 : Next(memory.Length);
        Line(memory.IsWritable && Chance(50)
            ? $"{memory.Text}[{at}] = {Cast(NumberType.Byte, Value(NumberType.UInt, 1))};"
            : $"total += {memory.Text}[{at}];");
        if (Chance(30))
        {
            var offset = Next(memory.Length - 4);
            var cell = NewName("word");
            Line($"ref var {cell} = ref ({memory.Text} + {offset}).As<uint>();");
            _frame.Add(new Cell(cell, NumberType.UInt) { IsWritable = memory.IsWritable, IsInPacket = true });
        }
    }

    /// <summary>A pointer that lies a number further, which must be proved by itself.</summary>
    private void Advance(string data, string end)
    {
        var next = NewName("next");
        Line($"var {next} = {data} + ({Value(NumberType.UInt, 1)} & {(1 << (2 + Next(8))) - 1});");
        var length = 1 + Next(8);
        var few = _slips.IsHere(Slip.OffByOne) ? length - 1 : length;
        _frame.Block($"if ({next} + {few} <= {end})", () =>
        {
            AddPacket(next, length);
            Line($"total += {next}[{length - 1}];");
            Statements(2);
        });
    }

    private void ChangePacket()
    {
        if (_kind.Packet == "xdp")
        {
            var call = Pick<string>([$"bpf_xdp_adjust_head(context, {Next(8)})", $"bpf_xdp_adjust_tail(context, {Next(8)})"]);
            ChangeBy(call);
            return;
        }

        if (!_kind.MayWritePacket || Chance(50))
        {
            ChangeBy($"bpf_skb_pull_data(context, {Next(64)})");
            return;
        }

        ChangeBy(Pick<string>(["bpf_skb_change_tail(context, 128, 0)", "bpf_skb_change_head(context, 8, 0)"]));
    }

    private void ChangeBy(string call)
    {
        if (Chance(40))
            Leave($"if ({call} != 0)");
        else
            Line($"{call};");
        PacketChanges();
    }

    /// <summary>All that points into the packet ends, and is used once more where that is the mistake.</summary>
    private void PacketChanges()
    {
        var memories = _frame.All<Memory>().Where(memory => memory.IsInPacket).ToList();
        var cells = _frame.All<Cell>().Where(cell => cell.IsInPacket).ToList();
        memories.ForEach(memory => memory.End());
        cells.ForEach(cell => cell.End());
        if (memories.Count > 0 && _slips.IsHere(Slip.KeptOverChange))
            Line($"total += {memories[^1].Text}[0];");
        if (cells.Count > 0 && _slips.IsHere(Slip.KeptOverChange))
            Line($"total += (ulong){cells[^1].Text};");
    }
}
