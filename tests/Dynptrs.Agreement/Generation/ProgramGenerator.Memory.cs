using System;
using System.Linq;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <content>Maps, variables, buffers and records.</content>
internal sealed partial class ProgramGenerator
{
    private static readonly (string Map, string Values)[] Maps =
    [
        ("entries", "Entry"),
        ("entries", "Entry"),
        ("pages", "Page"),
        ("pages", "Page"),
        ("counts", "ulong"),
        ("blocks", "Page"),
        ("local", "Entry"),
    ];

    private void Start()
    {
        if (Chance(40))
            _frame.Add(new Memory("page", GeneratedDeclarations.PageSize) { IsInlineArray = true });
        if (Chance(25))
            _frame.Add(new Memory("table", GeneratedDeclarations.TableLength) { IsInlineArray = true, Element = NumberType.UInt });
        for (var count = Next(3); count > 0; count--)
            Declare();
    }

    private string Key() => Chance(50) ? Literal(NumberType.UInt, (ulong)Next(6)) : Bare(Value(NumberType.UInt, 1));

    private void LookUp()
    {
        if (_kind.MayLock && _frame.Loops == 0 && Chance(15))
        {
            Lock();
            return;
        }

        var (map, values) = Pick(Maps);
        var name = NewName("value");
        Line($"var {name} = bpf_map_lookup_elem({map}, {Key()});");
        WhereNotNull(name, () => UseValue(name, values));
    }

    private void UseValue(string name, string values)
    {
        switch (values)
        {
            case "Page":
                _frame.Add(new Memory($"{name}.Value", GeneratedDeclarations.PageSize) { IsInlineArray = true });
                break;
            case "ulong":
                _frame.Add(new Cell($"{name}.Value", NumberType.ULong));
                break;
            case "Entry" when Chance(30):
                var entry = NewName("entry");
                Line($"ref var {entry} = ref {name}.Value;");
                AddEntry(entry);
                break;
            default:
                AddEntry($"{name}.Value");
                break;
        }

        UseLast();
    }

    private void AddEntry(string place, Thing? owner = null, bool isWritable = true, bool isInPacket = false)
    {
        if (!isInPacket)
            _frame.Add(new Entry(place, owner));
        _frame.Add(new Cell(place + ".Sum", NumberType.ULong, owner) { IsWritable = isWritable, IsInPacket = isInPacket });
        _frame.Add(new Cell(place + ".Last", NumberType.UInt, owner) { IsWritable = isWritable, IsInPacket = isInPacket });
        _frame.Add(new Cell(place + ".State", NumberType.Int, owner) { IsWritable = isWritable, IsInPacket = isInPacket });
    }

    /// <summary>Does something with what was found last, for which it was looked up.</summary>
    private void UseLast()
    {
        switch (_frame.All<Thing>().LastOrDefault())
        {
            case Memory { IsWritable: true } memory:
                StoreTo(memory);
                break;
            case Memory memory:
                Line($"total += {memory.Text}[{SimpleIndex(memory)}];");
                break;
            case Cell { IsWritable: true } cell:
                Line($"{cell.Text} {Pick(Operators)}= {Bare(Value(cell.Type, 1))};");
                break;
            case Cell cell:
                Line($"total += {Cast(NumberType.ULong, cell.Text)};");
                break;
        }
    }

    private void Update()
    {
        if (Chance(30))
        {
            Line($"bpf_map_delete_elem({(Chance(50) ? "entries" : "pages")}, {Key()});");
        }
        else if (Chance(30))
        {
            Line($"bpf_map_update_elem(counts, {Key()}, {Bare(Value(NumberType.ULong, 1))}, 0);");
        }
        else
        {
            var entry = PickOrNone(_frame.All<Entry>()) is { } known && Chance(50) ? known.Text : DeclareEntry();
            Line($"bpf_map_update_elem(entries, {Key()}, in {entry}, 0);");
        }
    }

    private string DeclareEntry()
    {
        var name = NewName("entry");
        var state = Chance(50) ? $", State = {Bare(Value(NumberType.Int, 1))}" : "";
        Line($"var {name} = new Entry {{ Sum = {Bare(Value(NumberType.ULong, 1))}, Last = {Bare(Value(NumberType.UInt, 1))}{state} }};");
        AddEntry(name);
        return name;
    }

    private void Buffer()
    {
        if (_frame.Loops > 0 || Chance(30))
        {
            DeclareEntry();
            return;
        }

        var name = NewName("buffer");
        if (Chance(30))
        {
            var count = Pick<int>([4, 8]);
            Line($"Span<uint> {name} = stackalloc uint[{count}];");
            StoreTo(_frame.Add(new Memory(name, count) { Element = NumberType.UInt }));
            return;
        }

        var length = Pick<int>([8, 16, 32]);
        Line($"Span<byte> {name} = stackalloc byte[{length}];");
        StoreTo(_frame.Add(new Memory(name, length)));
    }

    /// <summary>A record of the ring buffer, from its reservation until it is given back.</summary>
    private void Record()
    {
        var name = NewName("record");
        var isEntry = Chance(40);
        var length = Pick<int>([8, 16, 24, 64]);
        Line($"var {name} = {(isEntry ? "bpf_ringbuf_reserve<Entry>(records, 0)" : $"bpf_ringbuf_reserve(records, {length}, 0)")};");
        var release = $"bpf_ringbuf_{(Chance(70) ? "submit" : "discard")}({name}, 0);";
        void Use()
        {
            Thing thing;
            if (isEntry)
            {
                thing = _frame.Add(new Entry($"{name}.Value"));
                AddEntry($"{name}.Value", thing);
            }
            else
            {
                thing = _frame.Add(new Memory(name, length) { Span = $"{name}.Span" });
            }

            var use = isEntry ? $"{name}.Value.Last++;" : $"{name}[0] = 1;";
            UntilReleased(thing, $"bpf_ringbuf_discard({name}, 0);", release, use, UseLast);
        }

        WhereNotNull(name, Use);
    }

    /// <summary>What is done with something that must be given back, and that it is.</summary>
    private void UntilReleased(Thing thing, string early, string release, string use, Action? first = null)
    {
        _frame.Releases.Push(early);
        first?.Invoke();
        Statements(4);
        _frame.Releases.Pop();
        if (!_slips.IsHere(Slip.ReleaseLeftOut))
            Line(release);
        if (_slips.IsHere(Slip.SecondRelease))
            Line(release);
        thing.End();
        if (_slips.IsHere(Slip.UseAfterRelease))
            Line(use);
    }

    private void Region()
    {
        // Linux before 7.2 has no read section in another.
        var before = _frame.IsInReadSection;
        var reads = Chance(50) && !before;
        var (open, close) = reads
            ? ("bpf_rcu_read_lock();", "bpf_rcu_read_unlock();")
            : ("bpf_preempt_disable();", "bpf_preempt_enable();");
        _frame.IsInReadSection |= reads;
        Line(open);
        _frame.Releases.Push(close);
        Statements(3);
        _frame.Releases.Pop();
        _frame.IsInReadSection = before;
        if (!_slips.IsHere(Slip.RegionLeftOpen))
            Line(close);
        if (_slips.IsHere(Slip.SecondRelease))
            Line(close);
    }

    private void Lock()
    {
        var name = NewName("value");
        Line($"var {name} = bpf_map_lookup_elem(guarded, {Key()});");
        WhereNotNull(name, () =>
        {
            Line($"bpf_spin_lock(ref {name}.Value.Lock);");
            var number = _frame.Add(new Cell($"{name}.Value.Number", NumberType.UInt));
            var sum = _frame.Add(new Cell($"{name}.Value.Sum", NumberType.ULong));
            _frame.MayCall = false;
            _frame.Releases.Push($"bpf_spin_unlock(ref {name}.Value.Lock);");
            UseLast();
            Statements(2);
            if (_slips.IsHere(Slip.CallInRegion))
                Line("bpf_map_delete_elem(entries, 1u);");
            _frame.Releases.Pop();
            _frame.MayCall = true;
            if (!_slips.IsHere(Slip.RegionLeftOpen))
                Line($"bpf_spin_unlock(ref {name}.Value.Lock);");
        });
    }
}
