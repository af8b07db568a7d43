using System;
using System.Linq;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <content>Dynptrs, and what is done through them.</content>
internal sealed partial class ProgramGenerator
{
    private void MakeView()
    {
        switch (Next(_kind.Packet is null || !_frame.HasContext ? 3 : 5))
        {
            case 0 or 1:
                ReserveView();
                break;
            case 2:
                ViewMemory();
                break;
            default:
                ViewPacket();
                break;
        }
    }

    private void ReserveView()
    {
        var name = NewName("view");
        var size = Pick<int>([16, 32, 64]);
        var reserve = $"bpf_ringbuf_reserve_dynptr(records, {size}, 0, out Dynptr {name})";
        var discard = $"bpf_ringbuf_discard_dynptr(ref {name}, 0);";
        if (Chance(50))
        {
            Line($"bool {name}_fails = {reserve} != 0;");
            _frame.Releases.Push(discard);
            Leave($"if ({name}_fails)");
            _frame.Releases.Pop();
        }
        else
        {
            Line($"{reserve};");
        }

        var view = _frame.Add(new View(name, ViewKind.Record, size));
        var release = $"bpf_ringbuf_{(Chance(70) ? "submit" : "discard")}_dynptr(ref {name}, 0);";
        if (_mayCallFunctions && Chance(20))
            release = $"{ReleasingFunction()}(ref {name}, {Bare(Value(NumberType.UInt, 1))});";
        var slice = _frame.All<Memory>().LastOrDefault(memory => memory.EndsWith(view));
        UntilReleased(view, discard, release, slice is null ? $"total += bpf_dynptr_size({name});" : $"total += {slice.Text}[0];");
    }

    private void ViewMemory()
    {
        var pages = _frame.All<Memory>().Where(memory => memory is { IsInlineArray: true, IsWritable: true, Element.Bits: 8 });
        var page = PickOrNone(pages)?.Text ?? "page";
        var name = NewName("view");
        Line($"bpf_dynptr_from_mem(ref {page}, 0, out Dynptr {name});");
        _frame.Add(new View(name, ViewKind.Local, GeneratedDeclarations.PageSize));
    }

    private void ViewPacket()
    {
        var name = NewName("view");
        var make = $"bpf_dynptr_from_{_kind.Packet}(context, 0, out Dynptr {name})";
        if (Chance(60))
            Leave($"if ({make} != 0)");
        else
            Line($"{make};");
        _frame.Add(new View(name, ViewKind.Packet, 64));
    }

    private void UseView()
    {
        if (PickOrNone(_frame.All<View>()) is not { } view)
        {
            LookUp();
            return;
        }

        var mayChange = _frame.Loops == 0 || view.Kind != ViewKind.Packet || _kind.Packet != "skb";
        Choose(
            (4, () => Slice(view)),
            (2, () => Read(view)),
            (mayChange ? 3 : 0, () => Write(view)),
            (!view.IsGiven && _frame.Loops == 0 ? 2 : 0, () => Adjust(view)),
            (_frame.Loops == 0 ? 1 : 0, () => Clone(view)),
            (1, () => Line($"{(Chance(50) ? "total +=" : "last = (uint)")} bpf_dynptr_size({view.Text});")),
            (mayChange && view.Kind != ViewKind.Packet ? 1 : 0, () => Line($"bpf_dynptr_memset({view.Text}, 0, {Next(view.Size)}, 7);")));
    }

    private string Offset(View view, int length) => Chance(60)
        ? Literal(NumberType.Int, (ulong)Next(Math.Max(view.Size - length, 1)))
        : Chance(50) ? $"{Value(NumberType.UInt, 1)} & 31" : Bare(Value(NumberType.UInt, 1));

    private void Slice(View view)
    {
        var name = NewName("slice");
        var isEntry = Chance(30);
        var length = isEntry ? GeneratedDeclarations.EntrySize : Pick<int>([2, 4, 8, 16]);
        var isWritable = true;
        if (view.Kind == ViewKind.Packet)
        {
            isWritable = _kind.MayWritePacket && Chance(40);
            var buffer = "default";
            if (_frame.Loops == 0 && Chance(70))
            {
                buffer = NewName("buffer");
                Line($"Span<byte> {buffer} = stackalloc byte[{length}];");
            }

            var call = isWritable ? "bpf_dynptr_slice_rdwr" : "bpf_dynptr_slice";
            Line(isEntry
                ? $"var {name} = {call}<Entry>({view.Text}, {Offset(view, length)}, {buffer});"
                : $"var {name} = {call}({view.Text}, {Offset(view, length)}, {buffer}, {length});");
        }
        else
        {
            Line(isEntry
                ? $"var {name} = bpf_dynptr_data<Entry>({view.Text}, {Offset(view, length)});"
                : $"var {name} = bpf_dynptr_data({view.Text}, {Offset(view, length)}, {length});");
        }

        var isInPacket = view.Kind == ViewKind.Packet;
        WhereNotNull(name, () =>
        {
            if (isEntry)
                AddEntry($"{name}.Value", view, isWritable, isInPacket);
            else
                _frame.Add(new Memory(name, length, view) { IsWritable = isWritable, IsInPacket = isInPacket, Span = $"{name}.Span" });
            UseLast();
        });
    }

    private void Read(View view)
    {
        var buffer = PickOrNone(_frame.All<Memory>().Where(memory => memory.Text.StartsWith("buffer", StringComparison.Ordinal)));
        if (buffer is not null && buffer.Element == NumberType.Byte && Chance(50))
        {
            Line($"bpf_dynptr_read({buffer.Span}, {view.Text}, {Offset(view, buffer.Length)}, 0);");
            return;
        }

        var name = NewName("number");
        var type = Pick(Types);
        var call = $"bpf_dynptr_read(out {type.Keyword} {name}, {view.Text}, {Offset(view, type.Bits / 8)}, 0)";
        if (Chance(50))
            Line($"{call};");
        else
            Leave($"if ({call} != 0)");
        _frame.Add(new Number(name, type) { IsAccumulator = true });
    }

    private void Write(View view)
    {
        var source = PickOrNone(_frame.All<Memory>().Where(memory => memory.Text.StartsWith("buffer", StringComparison.Ordinal)));
        if (source is not null && source.Element == NumberType.Byte && Chance(40))
            Line($"bpf_dynptr_write({view.Text}, {Offset(view, source.Length)}, {source.Span}, 0);");
        else
            Line($"bpf_dynptr_write({view.Text}, {Offset(view, 8)}, {Bare(Value(NumberType.ULong, 1))}, 0);");
        if (view.Kind == ViewKind.Packet && _kind.Packet == "skb")
            PacketChanges();
    }

    private void Adjust(View view) =>
        Line($"bpf_dynptr_adjust(ref {view.Text}, {Next(8)}, {(Chance(50) ? $"{8 + Next(8)}" : Bare(Value(NumberType.UInt, 1)))});");

    private void Clone(View view)
    {
        var name = NewName("view");
        Line($"bpf_dynptr_clone({view.Text}, out Dynptr {name});");
        _frame.Add(new View(name, view.Kind, view.Size, view));
    }
}
